package com.aipixels.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

class LanesTest {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration LOCK = Duration.ofMillis(200);

  private final TestServer server = TestServer.embedded();
  private final String database = server.create("template1");
  private final Lanes lanes =
      new Lanes(
          new LaneSettings(
              2, 2, 2, 2, 2, PATIENCE, LOCK, Duration.ofSeconds(5), Duration.ofSeconds(30)),
          _ -> new PatientSource(source()));
  private final List<Connection> taken = new ArrayList<>();

  @AfterEach
  void close() throws SQLException {
    for (var connection : taken) {
      connection.close();
    }
    lanes.close();
  }

  @Test
  void aCrowdInOneLaneHoldsUpNobodyInAnother() throws SQLException {
    Lane.WRITES.call(() -> taken.add(lanes.getConnection()));
    Lane.WRITES.call(() -> taken.add(lanes.getConnection()));

    assertThatExceptionOfType(SQLTransientConnectionException.class)
        .isThrownBy(() -> Lane.WRITES.call(lanes::getConnection))
        .withMessageContaining("writes");
    for (var lane : List.of(Lane.READS, Lane.WORK, Lane.WEBHOOKS, Lane.VITAL)) {
      assertThat(taken.add(lane.call(lanes::getConnection))).isTrue();
    }
  }

  @Test
  void aRequestHasThePatienceOfItsOwnLaneWhereverItGoes() {
    assertThatExceptionOfType(SQLTransientConnectionException.class)
        .isThrownBy(() -> askForAVitalOneHavingWaited(PATIENCE.plusMillis(1), Lane.READS))
        .withMessageContaining("long enough");
    assertThatNoException()
        .isThrownBy(() -> askForAVitalOneHavingWaited(PATIENCE.plusMillis(1), Lane.WEBHOOKS));
  }

  @Test
  void aRequestDoesNotWaitForALockForLong() throws SQLException {
    var holder = lanes.getConnection();
    taken.add(holder);
    execute(holder, "SELECT pg_advisory_lock(7)");

    var waiter = Lane.READS.call(lanes::getConnection);
    taken.add(waiter);

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> execute(waiter, "SELECT pg_advisory_lock(7)"))
        .matches(e -> "55P03".equals(e.getSQLState()));
  }

  @Test
  void whatGoesOnBehindTheRequestsWaitsForLocks() throws SQLException {
    assertThat(setting(Lane.WORK, "lock_timeout")).isEqualTo("0");
    assertThat(setting(Lane.WORK, "statement_timeout")).isEqualTo("30s");
    assertThat(setting(Lane.VITAL, "statement_timeout")).isEqualTo("5s");
    assertThat(setting(Lane.WRITES, "TimeZone")).isEqualTo("UTC");
  }

  @Test
  void asksAServerAgainThatIsAway() throws SQLException {
    var away = new Failing("57P03", 3);

    try (var connection = new PatientSource(away).getConnection()) {
      assertThat(connection.isValid(5)).isTrue();
    }
    assertThat(away.asked).hasValue(4);
  }

  @Test
  void asksNobodyAgainWhoSaysNo() {
    var refusing = new Failing("28P01", 3);

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> new PatientSource(refusing).getConnection())
        .withMessage("28P01");
    assertThat(refusing.asked).hasValue(1);
  }

  private void askForAVitalOneHavingWaited(Duration before, Lane lane) throws SQLException {
    var wait = new Lanes.Wait(lane, new AtomicLong(before.toNanos()));
    ScopedValue.where(Lanes.WAIT, wait)
        .call(() -> taken.add(Lane.VITAL.call(lanes::getConnection)));
  }

  private String setting(Lane lane, String name) throws SQLException {
    try (var connection = lane.call(lanes::getConnection);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SHOW " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private PGSimpleDataSource source() {
    var source = new PGSimpleDataSource();
    source.setURL(server.url(database));
    source.setUser(server.username());
    source.setPassword(server.password());
    return source;
  }

  /// Fails some times before it opens a connection.
  private final class Failing extends AbstractDataSource {

    private final String state;
    private final int times;
    private final AtomicInteger asked = new AtomicInteger();

    Failing(String state, int times) {
      this.state = state;
      this.times = times;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (asked.incrementAndGet() <= times) {
        throw new SQLException(state, state);
      }
      return source().getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
      return getConnection();
    }
  }
}
