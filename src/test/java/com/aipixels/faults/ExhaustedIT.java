package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.database.TestServer;
import com.aipixels.engines.FakeReplicate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every connection to the database is held: by requests that wait for locked tables, or by
/// requests that sleep. `-Daipixels.held` says for how many seconds; the profile `faults` sets the
/// long form.
@Tag("long")
class ExhaustedIT {

  private static final int HELD = Integer.getInteger("aipixels.held", 5);
  private static final Duration LONGEST_REFUSAL = Duration.ofSeconds(2);
  private static final Duration BACK = Duration.ofSeconds(1);

  /// As many as the service has for requests that change something.
  private static final int WRITES = 8;

  private static FakeReplicate replicate;
  private static GivenDatabase database;
  private static ServiceProcess service;
  private static String running;

  @BeforeAll
  static void start() throws Exception {
    var folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "faults")).toAbsolutePath(), "exhausted-");
    database = GivenDatabase.on(TestServer.embedded());
    replicate = FakeReplicate.start();
    replicate.control("{\"processingMs\": 600000}");
    var environment =
        new HashMap<>(
            new EngineSettings(replicate)
                .with("PUBLICURL", "http://127.0.0.1:${server.port}")
                .environment());
    environment.putAll(database.environment());
    environment.put("AIPIXELS_GENERATION_LEASE", "4s");
    service = new ServiceProcess(folder, environment);
    service.awaitReady();
    running =
        Caller.signedIn(service.port(), "patient")
            .ask(Map.of("prompt", "a boat", "imageSize", "small"));
    await()
        .untilAsserted(() ->
            assertThat(rows("SELECT engine_reference FROM generations")).doesNotContainNull());
  }

  @AfterAll
  static void stop() {
    service.close();
    replicate.close();
  }

  @Test
  void othersGoOnWhileTablesAreLocked() throws Exception {
    try (var crowd = new Crowd(service, database.jdbc())) {
      crowd.gather();
      try (var connection = database.source().getConnection();
          var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        await().ignoreExceptions().until(() -> lockAll(connection, statement));
        var waiting = mostSeen("wait_event_type = 'Lock'");
        connection.rollback();
        crowd.faultEnds();
        judge("F17 tables locked", crowd, waiting, 2 * WRITES, _ -> true);
      }
    }
  }

  /// Those who sleep themselves are told after the four seconds that a statement may take.
  @Test
  void othersGoOnWhileWritersSleep() throws Exception {
    execute(
        """
        CREATE TABLE asleep (yes boolean);
        CREATE FUNCTION fall_asleep() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM asleep) THEN PERFORM pg_sleep(600); END IF;
          RETURN NULL;
        END $$;
        CREATE TRIGGER asleep AFTER INSERT ON comments
          FOR EACH STATEMENT EXECUTE FUNCTION fall_asleep()
        """);
    try (var crowd = new Crowd(service, database.jdbc())) {
      crowd.gather();
      execute("INSERT INTO asleep VALUES (true)");
      var sleeping = mostSeen("wait_event = 'PgSleep'");
      execute("DELETE FROM asleep");
      rows(
          """
          SELECT pg_cancel_backend(pid)::text FROM pg_stat_activity
          WHERE wait_event = 'PgSleep' AND datname = current_database()
          """);
      crowd.faultEnds();
      judge("F17 writers asleep", crowd, sleeping, WRITES, act -> !act.equals("comment"));
      assertThat(crowd.since(answer -> answer.act().equals("look") && !answer.isSuccess()))
          .as("readers")
          .isEmpty();
    }
  }

  private static void judge(
      String fault, Crowd crowd, int held, int enough, Predicate<String> excess) throws Exception {
    var backAfter = crowd.awaitBack();
    crowd.leave();
    var refusals = crowd.since(answer -> answer.isRefusal() && excess.test(answer.act()));
    var slowest =
        refusals.stream().map(Answers.Answer::time).max(Duration::compareTo).orElse(Duration.ZERO);
    var vital = crowd.since(answer -> Crowd.isVital(answer.act()));
    var slowestVital =
        vital.stream().map(Answers.Answer::time).max(Duration::compareTo).orElseThrow();
    new Finding(
            "%s for %d s".formatted(fault, HELD),
            refusals.size(),
            0,
            0,
            backAfter,
            "%d connections held; %d refused with 503, the slowest after %d ms; %d webhooks and questions of health, all answered, the slowest after %d ms; the time is from the end to the first success of each kind"
                .formatted(
                    held,
                    refusals.size(),
                    slowest.toMillis(),
                    vital.size(),
                    slowestVital.toMillis()))
        .tell();

    assertThat(held).as("connections that were held").isGreaterThanOrEqualTo(enough);
    assertThat(refusals).as("refused").isNotEmpty();
    assertThat(slowest).isLessThanOrEqualTo(LONGEST_REFUSAL);
    assertThat(vital).hasSizeGreaterThan(HELD * 20).allMatch(Answers.Answer::isSuccess);
    assertThat(crowd.answers().broken(answer -> answer.status() == 402)).isEmpty();
    assertThat(crowd.lostLeases()).as("leases that ran out").isEmpty();
    assertThat(rows("SELECT attempts::text FROM generations WHERE id = '%s'".formatted(running)))
        .as("attempts of what was being made")
        .containsExactly("1");
    assertThat(backAfter).allMatch(time -> time.compareTo(BACK) <= 0);
    assertThat(
            rows("SELECT deadlocks::text FROM pg_stat_database WHERE datname = current_database()"))
        .containsExactly("0");
    await()
        .untilAsserted(() ->
            assertThat(
                    rows(
                        """
                        SELECT query FROM pg_stat_activity
                        WHERE state LIKE 'idle in transaction%' AND datname = current_database()
                        """))
                .as("transactions that were left open")
                .isEmpty());
  }

  /// Waits for no table while it has others: that would make the deadlocks that there must not be.
  private static boolean lockAll(Connection connection, Statement statement) throws SQLException {
    try {
      return !statement.execute(
          "LOCK TABLE images, likes, comments, user_credits IN ACCESS EXCLUSIVE MODE NOWAIT");
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }

  /// How many sessions were seen like this at most, while it lasts.
  private static int mostSeen(String like) {
    var most = new ArrayList<Integer>(List.of(0));
    var end = System.nanoTime() + Duration.ofSeconds(HELD).toNanos();
    await()
        .atMost(Duration.ofSeconds(HELD + 10L))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          most.add(
              rows("""
              SELECT pid::text FROM pg_stat_activity
              WHERE datname = current_database() AND %s
              """
                      .formatted(like))
                  .size());
          return System.nanoTime() > end;
        });
    return most.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static void execute(String sql) throws Exception {
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> rows(String sql) {
    return database.jdbc().sql(sql).query(String.class).list();
  }
}
