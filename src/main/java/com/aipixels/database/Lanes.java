package com.aipixels.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// The connections to the database, a pool for each [Lane].
final class Lanes extends AbstractDataSource implements AutoCloseable {

  /// How long an idle connection may take to show that it lives. Whoever meets a dead one tries the
  /// next within the patience they have.
  private static final Duration SIGN_OF_LIFE = Duration.ofMillis(250);

  /// Bound as long as a request is answered.
  static final ScopedValue<Wait> WAIT = ScopedValue.newInstance();

  private final LaneSettings settings;
  private final Map<Lane, HikariDataSource> pools = new EnumMap<>(Lane.class);

  /// @param server opens connections whose answers are awaited for the given time
  Lanes(LaneSettings settings, Function<Duration, DataSource> server) {
    this.settings = settings;
    for (Lane lane : Lane.values()) {
      HikariConfig config = new HikariConfig();
      config.setPoolName(lane.name().toLowerCase(Locale.ROOT));
      config.setDataSource(server.apply(settings.answer(lane)));
      config.setMaximumPoolSize(settings.connections(lane));
      config.setMinimumIdle(settings.connections(lane) / 2);
      config.setConnectionTimeout(settings.patience(lane).toMillis());
      config.setValidationTimeout(SIGN_OF_LIFE.toMillis());
      // Nobody waits for the database here: whoever needs it first says that it is away.
      config.setInitializationFailTimeout(-1);
      config.setConnectionInitSql(
          sessionOf(settings.lock(lane).toMillis(), settings.answer(lane).toMillis()));
      pools.put(lane, new HikariDataSource(config));
    }
  }

  /// A session that was cut off must not keep its locks until TCP notices.
  private static String sessionOf(long lock, long answer) {
    return """
    SET TIME ZONE 'UTC';
    SET lock_timeout = %d;
    SET statement_timeout = %d;
    SET idle_in_transaction_session_timeout = %d
    """
        .formatted(lock, answer, 2 * answer);
  }

  /// A request that had to wait for several connections is not patient anew each time.
  @Override
  public Connection getConnection() throws SQLException {
    if (!WAIT.isBound()) {
      return pool().getConnection();
    }
    Wait wait = WAIT.get();
    if (wait.nanoseconds.get() > settings.patience(wait.lane).toNanos()) {
      throw new SQLTransientConnectionException("This request has waited for long enough");
    }
    long begun = System.nanoTime();
    try {
      return pool().getConnection();
    } finally {
      wait.nanoseconds.addAndGet(System.nanoTime() - begun);
    }
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("Everybody is the same user here");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : pool().unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || pool().isWrapperFor(type);
  }

  private HikariDataSource pool() {
    return Objects.requireNonNull(pools.get(Lane.current()));
  }

  @Override
  public void close() {
    pools.values().forEach(HikariDataSource::close);
  }

  /// How long a request has waited for connections of any lane.
  ///
  /// @param lane its own, whose patience it has
  record Wait(Lane lane, AtomicLong nanoseconds) {

    static Wait in(Lane lane) {
      return new Wait(lane, new AtomicLong());
    }
  }
}
