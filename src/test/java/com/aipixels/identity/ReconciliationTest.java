package com.aipixels.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/// Members whose leaving nobody told us of.
class ReconciliationTest {

  private final DataSource dataSource = TestDatabase.freshlyMigrated();
  private final JdbcClient database = JdbcClient.create(dataSource);
  private final TurnableClock clock = new TurnableClock(TokenFixture.NOW);
  private final FakeClerk clerk = new FakeClerk();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<UserId> left = new ArrayList<>();
  private final Reconciliation reconciliation = reconciliation();

  @AfterEach
  void close() {
    clerk.close();
  }

  @Test
  void whoeverIsMissingInTwoNightsHasLeft() {
    members(150);
    clerk.forgets("user_7");

    reconciliation.run();
    assertThat(left).isEmpty();
    clock.turn(Duration.ofHours(19));
    reconciliation.run();
    assertThat(left).as("too soon").isEmpty();

    clock.turn(Duration.ofHours(5));
    reconciliation.run();
    assertThat(left).containsExactly(new UserId("user_7"));
  }

  @Test
  void whoeverIsFoundAgainWasNeverMissing() {
    members(30);
    clerk.forgets("user_7");
    reconciliation.run();
    clock.turn(Duration.ofHours(24));
    clerk.knows("user_7", "\"username\": \"back\"");
    reconciliation.run();
    clerk.forgets("user_7");
    clock.turn(Duration.ofHours(24));
    reconciliation.run();

    assertThat(left).isEmpty();
  }

  @Test
  void aKeyOfAnotherInstanceErasesNobody() {
    members(400);
    IntStream.rangeClosed(1, 21).forEach(n -> clerk.forgets("user_" + n));

    for (var night = 0; night < 3; night++) {
      reconciliation.run();
      clock.turn(Duration.ofHours(24));
    }

    assertThat(left).isEmpty();
    assertThat(missing()).isZero();
  }

  @Test
  void asManyAsFivePercentMayBeMissing() {
    members(420);
    IntStream.rangeClosed(1, 21).forEach(n -> clerk.forgets("user_" + n));

    reconciliation.run();
    clock.turn(Duration.ofHours(24));
    reconciliation.run();

    assertThat(left).hasSize(21);
  }

  @Test
  void asksSlowlyAndWaitsForAsLongAsClerkWants() {
    members(250);
    clerk.refusesFor("20");

    reconciliation.run();

    assertThat(left).isEmpty();
    assertThat(missing()).isZero();
    assertThat(pauses).hasSize(5);
    clerk.recovers();
    clock.turn(Duration.ofMinutes(1));
    pauses.clear();
    reconciliation.run();
    assertThat(pauses).hasSize(3).containsOnly(Duration.ofMillis(200));
  }

  @Test
  void whoeverLeftBeforeAndIsThereAgainIsErasedAgain() {
    members(3);
    new DepartedTable(database).add(new UserId("user_2"));

    reconciliation.run();

    assertThat(left).containsExactly(new UserId("user_2"));
  }

  @Test
  void whileOneProcessIsAtItAnotherIsNot() throws SQLException {
    members(3);
    try (var other = dataSource.getConnection();
        var statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(1095323737, 1)");
      reconciliation.run();
      assertThat(clerk.timesAsked()).isZero();
      statement.execute("SELECT pg_advisory_unlock_all()");
    }
    reconciliation.run();
    assertThat(clerk.timesAsked()).isEqualTo(1);
  }

  @Test
  void idsThatClerkCannotBeAskedForAreLeftAlone() {
    database
        .sql(
            """
            INSERT INTO people (clerk_user_id, display_name, fetched_at)
            VALUES ('-user_1', 'minus', now()), ('하나', 'hana', now())
            """)
        .update();

    reconciliation.run();

    assertThat(clerk.timesAsked()).isZero();
    assertThat(missing()).isZero();
  }

  private void members(int count) {
    for (var n = 1; n <= count; n++) {
      clerk.knows("user_" + n, "\"username\": \"member\"");
    }
    database
        .sql(
            """
            INSERT INTO people (clerk_user_id, display_name, fetched_at)
            SELECT 'user_' || n, 'member', now() FROM generate_series(1, :count) n
            """)
        .param("count", count)
        .update();
  }

  private long missing() {
    return database.sql("SELECT count(*) FROM missing_members").query(Long.class).single();
  }

  private Reconciliation reconciliation() {
    var settings = clerk.settings();
    var instance = new ClerkInstance(settings, new OwnAddress(new StandardEnvironment()));
    var api = new ClerkApi(instance, settings, RestClient.builder(), clock);
    var departed = new DepartedTable(database);
    var people = new People(api, new PeopleTable(database), departed, settings, clock);
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    var departures =
        new Departures(
            departed, people, api, event -> left.add(((MemberLeft) event).member()), clock) {
          @Override
          public void depart(UserId member) {
            transaction.executeWithoutResult(_ -> super.depart(member));
          }
        };
    var patient =
        new PatientClerk(
            api,
            pause -> {
              pauses.add(pause);
              clock.turn(pause);
            });
    return new Reconciliation(
        new KnownMembers(List.of(new MemberNameTable(database))),
        patient,
        new MissingTable(database),
        departed,
        departures,
        new OneAtATime(dataSource),
        clock);
  }
}
