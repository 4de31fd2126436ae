package com.aipixels.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.awaitility.Awaitility.await;

import com.aipixels.TestDatabase;
import com.aipixels.identity.UserId;
import com.aipixels.signals.Signals;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Execution(ExecutionMode.CONCURRENT)
class QueueTableTest {

  private static final Duration LEASE = Duration.ofSeconds(15);
  private final HikariDataSource database = (HikariDataSource) TestDatabase.freshlyMigrated();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final QueueTable queue = new QueueTable(jdbc);
  private final ClaimTable claims = new ClaimTable(jdbc);
  private final GenerationTable generations = new GenerationTable(jdbc);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  private Connection worker1;
  private Connection worker2;

  @BeforeEach
  void twoWorkersLive() throws SQLException {
    worker1 = alive(1);
    worker2 = alive(2);
  }

  @AfterEach
  void close() throws SQLException {
    worker1.close();
    worker2.close();
  }

  @Test
  void oneMemberRunsTwoAndTheOthersWaitTheirTurn() {
    IntStream.range(0, 5).forEach(_ -> asked("busy"));

    assertThat(claim(1, 10)).hasSize(2);
    assertThat(claim(2, 10)).isEmpty();
  }

  @Test
  void aMemberWithOneRequestIsNotBehindAllOfABusyOne() {
    IntStream.range(0, 5).forEach(_ -> asked("busy"));
    var patient = asked("patient");

    assertThat(claim(1, 2)).extracting(Claim::id).contains(patient);
  }

  @Test
  void theOldestOfAMemberComesFirst() {
    var first = asked("a");
    asked("a");

    assertThat(claim(1, 1)).extracting(Claim::id).containsExactly(first);
  }

  @Test
  void whatAKilledWorkerHeldIsClaimedAtOnce() {
    var id = asked("a");
    claim(1, 1);
    assertThat(claim(2, 1)).isEmpty();

    database.evictConnection(worker1);

    // The server notices the closed connection by itself, a moment later and long before the lease.
    await()
        .atMost(LEASE.dividedBy(3))
        .untilAsserted(() -> assertThat(claim(2, 1)).extracting(Claim::id).containsExactly(id));
  }

  @Test
  void whatAFrozenWorkerHeldIsClaimedWhenItsLeaseEnds() {
    asked("a");
    claim(1, 1);
    jdbc.sql("UPDATE generations SET leased_until = clock_timestamp() - interval '1 ms'").update();

    assertThat(claim(2, 1)).hasSize(1);
  }

  @Test
  void aRenewedLeaseIsNotTaken() {
    asked("a");
    claim(1, 1);
    jdbc.sql("UPDATE generations SET leased_until = clock_timestamp() - interval '1 ms'").update();

    queue.renew(1, LEASE);

    assertThat(claim(2, 1)).isEmpty();
  }

  @Test
  void aWorkerThatLostItsClaimWritesNothingAnyMore() {
    asked("a");
    var lost = claim(1, 1).getFirst();
    jdbc.sql("UPDATE generations SET leased_until = clock_timestamp() - interval '1 ms'").update();
    var taken = claim(2, 1).getFirst();

    assertThatThrownBy(() -> claims.submitted(lost, "ref")).isInstanceOf(LostClaim.class);
    assertThatThrownBy(() -> claims.fail(lost, "x", "x")).isInstanceOf(LostClaim.class);
    claims.submitted(taken, "ref");
  }

  @Test
  void anEarlierAttemptOfTheSameWorkerWritesNothingAnyMore() {
    asked("a");
    var earlier = claim(1, 1).getFirst();
    claims.release(earlier, Duration.ZERO);
    var later = claim(1, 1).getFirst();

    assertThatThrownBy(() -> claims.submitted(earlier, "ref")).isInstanceOf(LostClaim.class);
    assertThatThrownBy(() -> claims.fail(earlier, "x", "x")).isInstanceOf(LostClaim.class);
    claims.submitted(later, "ref");
  }

  @Test
  void whatThisProcessStillWorksOnIsNotClaimedAgainWhenItsConnectionCameBack() {
    var id = asked("a");
    claim(1, 1);
    jdbc.sql("UPDATE generations SET leased_until = clock_timestamp() - interval '1 ms'").update();

    assertThat(claim(1, 1, id.value())).isEmpty();
    assertThat(claim(1, 1)).hasSize(1);
  }

  @Test
  void aReleasedOneWaitsForItsPauseAndIsAnybodysThen() {
    asked("a");
    claims.release(claim(1, 1).getFirst(), Duration.ofHours(1));
    assertThat(claim(2, 1)).isEmpty();

    jdbc.sql("UPDATE generations SET not_before = clock_timestamp()").update();

    assertThat(claim(2, 1)).hasSize(1);
  }

  @Test
  void progressNeverGoesBack() {
    asked("a");
    var claim = claim(1, 1).getFirst();

    claims.progress(claim, 0.6);
    claims.progress(claim, 0.2);

    assertThat(generations.find(claim.owner(), claim.id()).orElseThrow().state().progress())
        .isCloseTo(0.6, offset(0.001));
  }

  @Test
  void manyClaimersShareTheQueueWithoutOverlap() throws Exception {
    IntStream.range(0, 200).forEach(number -> asked("member" + number % 100));
    for (var worker = 3; worker <= 40; worker++) {
      live(worker2, worker);
    }

    try (var threads = Executors.newFixedThreadPool(8)) {
      var claimed =
          threads
              .invokeAll(
                  IntStream.range(0, 40)
                      .mapToObj(number -> (Callable<List<Claim>>) () -> claim(1 + number, 7))
                      .toList())
              .stream()
              .flatMap(future -> future.resultNow().stream())
              .map(Claim::id)
              .toList();

      assertThat(claimed).hasSize(200).doesNotHaveDuplicates();
    }
  }

  @Test
  void whoeverChoosesNextSeesWhatWasChosenBefore() throws Exception {
    IntStream.range(0, 5).forEach(_ -> asked("busy"));
    try (var threads = Executors.newSingleThreadExecutor()) {
      var next =
          transaction.execute(_ -> {
            queue.takeTurn();
            assertThat(queue.claim(1, 10, Set.of(), 2, LEASE)).hasSize(2);
            var other = threads.submit(() -> claim(2, 10));
            await().until(() -> other.isDone() || somebodyWaits());
            return other;
          });

      assertThat(next.get()).as("a share that is taken").isEmpty();
    }
  }

  @Test
  void versionsCountWhatAMemberCanSee() {
    var id = asked("a");
    var claim = claim(1, 1).getFirst();
    claims.submitting(claim);
    claims.submitted(claim, "ref");
    claims.progress(claim, 0.5);
    claims.progress(claim, 0.5);
    queue.renew(1, LEASE);

    assertThat(generations.find(new UserId("a"), id).orElseThrow().version()).isEqualTo(3);
  }

  private boolean somebodyWaits() {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT FROM pg_locks k JOIN pg_database d ON d.oid = k.database
              WHERE NOT k.granted AND d.datname = current_database())
            """)
        .query(Boolean.class)
        .single();
  }

  private List<Claim> claim(int worker, int most, UUID... held) {
    return transaction.execute(_ -> {
      queue.takeTurn();
      return queue.claim(worker, most, Set.of(held), 2, LEASE);
    });
  }

  private GenerationId asked(String member) {
    return GivenRequest.of(member, generations);
  }

  private Connection alive(int worker) throws SQLException {
    var connection = database.getConnection();
    live(connection, worker);
    return connection;
  }

  private static void live(Connection connection, int worker) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d, %d)".formatted(Signals.LOCK_CLASS, worker));
    }
  }
}
