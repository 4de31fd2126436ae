package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.database.TestServer;
import com.aipixels.engines.FakeReplicate;
import com.aipixels.engines.FakeReplicate.Ordered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two processes share a database and a folder, and now one and now the other is killed at a random
/// moment while members ask for pictures of Replicate, webhooks and all: what the dead one held is
/// soon somebody's again. The length is set by `-Daipixels.kills.two` and
/// `-Daipixels.generations.two`; the profile `faults` sets the long one.
@Tag("long")
class TwoKilledIT {

  private static final int KILLS = Integer.getInteger("aipixels.kills.two", 2);
  private static final int GENERATIONS = Integer.getInteger("aipixels.generations.two", 400);
  private static final long SEED = Long.getLong("aipixels.seed", 20261127);

  /// What both are at work on: more would only wait, and make each start slower.
  private static final int ENOUGH = 24;

  private static final int MEMBERS = 30;
  private static final int CREDITS = 10 + GENERATIONS;

  private final Random random = new Random(SEED);
  private final GivenDatabase database = GivenDatabase.on(TestServer.embedded());
  private final AtomicBoolean killing = new AtomicBoolean(true);

  @Test
  void whatTheDeadHeldIsSoonSomebodysAgain() throws Exception {
    var folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "faults")).toAbsolutePath(), "two-");
    var data = Files.createDirectories(folder.resolve("data"));
    try (var replicate = FakeReplicate.start();
        var journal = new Journal(folder.resolve("journal"));
        var pool = database.pool();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var one = new ServiceProcess(data, environment(replicate, "one"))) {
      replicate.control(
          "{\"processingMs\": 200, \"processingMaxMs\": 6000, \"pictureScale\": 8, \"pageSize\": 1000}");
      one.awaitReady();
      var atOne = signIn(one);
      try (var other = new ServiceProcess(data, environment(replicate, "other"))) {
        other.awaitReady();
        var atOther = signIn(other);
        var ownerships = new Ownerships(JdbcClient.create(pool));
        var checker = new Checker(data, JdbcClient.create(pool));
        BooleanSupplier wanted = () -> isWanted(journal, checker);
        var members =
            IntStream.range(0, MEMBERS)
                .mapToObj(n ->
                    new Member(List.of(atOne.get(n), atOther.get(n)), SEED + n, wanted, journal))
                .toList();
        var asking =
            CompletableFuture.allOf(
                members.stream()
                    .map(member -> CompletableFuture.runAsync(member::askAway, threads))
                    .toArray(CompletableFuture[]::new));
        killInTurn(Map.of("one", one, "other", other), ownerships);
        killing.set(false);
        asking.get(40, TimeUnit.MINUTES);
        await()
            .atMost(Duration.ofMinutes(10))
            .pollInterval(Duration.ofMillis(500))
            .until(() -> checker.open() == 0);

        assertThat(members).flatExtracting(Member::broken).isEmpty();
        judge(journal.of("generation"), checker, ownerships, replicate);
      }
    }
  }

  /// As long as somebody is killed, whenever there is not enough to do; then what is still missing.
  /// One looks for all.
  private synchronized boolean isWanted(Journal journal, Checker checker) {
    while (killing.get() && checker.open() >= ENOUGH) {
      pause(200);
    }
    return killing.get() || journal.notes() < GENERATIONS;
  }

  /// At any moment of the victim's work, also while the other is starting.
  private void killInTurn(Map<String, ServiceProcess> services, Ownerships ownerships) {
    var names = List.copyOf(services.keySet());
    for (var kill = 1; kill <= KILLS; kill++) {
      var name = names.get(random.nextInt(names.size()));
      var service = services.get(name);
      await().atMost(Duration.ofMinutes(2)).until(() -> ownerships.isAtWork(name));
      pause(random.nextInt(6000));
      ownerships.noteKill(name, service::kill);
      pause(random.nextInt(1500));
      service.restart();
      if (random.nextInt(3) > 0) {
        service.awaitReady();
      }
    }
    services.values().forEach(ServiceProcess::awaitReady);
  }

  private static void judge(
      List<String> acknowledged, Checker checker, Ownerships ownerships, FakeReplicate replicate) {
    var again = ownerships.ownedAgainAfter();
    var adopted = new HashSet<>(references(checker));
    var orders = replicate.orders();
    var orphans = orders.stream().filter(order -> !adopted.contains(order.id())).toList();
    new Finding(
            "F1 SIGKILL of either of two processes",
            ownerships.kills(),
            0,
            KILLS - ownerships.kills(),
            again,
            "%d generations: %s; %d of them were the dead one's; the time is from the kill until they were owned again or ended; %d predictions; %d whose id was not kept, because their request was cancelled: %s"
                .formatted(
                    acknowledged.size(),
                    checker.summary(),
                    again.size(),
                    orders.size(),
                    orphans.size(),
                    orphans.stream()
                        .collect(
                            Collectors.groupingBy(
                                Ordered::status, TreeMap::new, Collectors.counting()))))
        .tell();

    assertThat(ownerships.neverOwnedAgain()).as("never owned again").isEmpty();
    assertThat(again).as("owned by the dead").isNotEmpty();
    assertThat(again).allMatch(time -> time.compareTo(Duration.ofSeconds(60)) <= 0);
    assertThat(again.stream().filter(time -> time.compareTo(Duration.ofSeconds(30)) > 0).count())
        .as("more than 30 s, one in a hundred")
        .isLessThanOrEqualTo(again.size() / 100);
    assertThat(acknowledged).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(GENERATIONS);
    assertThat(checker.lost(acknowledged)).as("lost").isEmpty();
    assertThat(checker.unasked(acknowledged)).as("doubled").isEmpty();
    assertThat(checker.failed()).as("failed").isEmpty();
    assertThat(checker.wrongPictures()).as("pictures").isEmpty();
    assertThat(checker.wrongPayments()).as("payments").isEmpty();
    assertThat(checker.wrongBalances(CREDITS)).as("balances").isEmpty();
    assertThat(checker.brokenChains()).as("ledger").isEmpty();
    assertThat(checker.missingFiles()).as("missing files").isEmpty();
    assertThat(replicate.posts().values()).as("predictions asked for").containsOnly(1);
    assertThat(orphans.stream().map(Ordered::generation))
        .as("predictions that nobody knows of, of generations that nobody cancelled")
        .allMatch(cancelled(checker)::contains);
  }

  private static List<String> cancelled(Checker checker) {
    return checker
        .database()
        .sql("SELECT id::text FROM generations WHERE status = 'cancelled'")
        .query(String.class)
        .list();
  }

  private static List<String> references(Checker checker) {
    return checker
        .database()
        .sql("SELECT engine_reference FROM generations WHERE engine_reference IS NOT NULL")
        .query(String.class)
        .list();
  }

  private Map<String, String> environment(FakeReplicate replicate, String name) {
    var environment =
        new HashMap<>(
            new EngineSettings(replicate)
                .with("PUBLICURL", "http://127.0.0.1:${server.port}")
                .with("CREATESPERMINUTE", "6000")
                .environment());
    environment.putAll(database.environmentAs(name));
    environment.put("AIPIXELS_CREDITS_INITIAL", Integer.toString(CREDITS));
    return environment;
  }

  private static List<Caller> signIn(ServiceProcess service) {
    return IntStream.range(0, MEMBERS)
        .mapToObj(n -> Caller.signedIn(service.port(), "member" + n))
        .toList();
  }

  private static void pause(int milliseconds) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }
}
