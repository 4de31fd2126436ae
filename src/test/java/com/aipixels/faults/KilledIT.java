package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.engines.FakeReplicate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// SIGKILL at random while many members ask for pictures: nothing is lost, nothing is done twice,
/// nothing is stuck. The length is set by `-Daipixels.kills` and `-Daipixels.generations`; the
/// profile `faults` sets the long one.
class KilledIT {

  private static final int KILLS = Integer.getInteger("aipixels.kills", 2);
  private static final int GENERATIONS = Integer.getInteger("aipixels.generations", 40);
  private static final long SEED = Long.getLong("aipixels.seed", 20261122);
  private static final int MEMBERS = Math.min(25, GENERATIONS / 5);

  @Test
  void nothingIsLostDoubledOrStuckWithThePainter() throws Exception {
    survive("painter", Map.of());
  }

  @Test
  void nothingIsLostDoubledOrStuckWithReplicate() throws Exception {
    try (var replicate = FakeReplicate.start()) {
      replicate.take(300, 1500);
      survive(
          "replicate",
          Map.of(
              "AIPIXELS_ENGINE",
              "replicate",
              "REPLICATE_API_TOKEN",
              FakeReplicate.TOKEN,
              "AIPIXELS_ENGINES_REPLICATE_BASEURL",
              replicate.url(),
              "AIPIXELS_ENGINES_REPLICATE_DELIVERYHOSTS",
              replicate.filesHost(),
              "AIPIXELS_ENGINES_REPLICATE_ALLOWHTTPDELIVERY",
              "true",
              "AIPIXELS_ENGINES_REPLICATE_SETTLING",
              "3s"));

      assertThat(replicate.posts()).isNotEmpty();
      assertThat(replicate.posts().values()).as("predictions asked for").containsOnly(1);
    }
  }

  private void survive(String engine, Map<String, String> settings) throws Exception {
    var random = new Random(SEED);
    var environment = new HashMap<>(settings);
    // Midnight in Seoul must not fill a balance in the middle of the run.
    environment.put("AIPIXELS_CREDITS_REFILL", "0");
    var begun = System.nanoTime();
    var folder = folder(engine);
    try (var service = new ServiceProcess(folder, environment);
        var journal = new Journal(folder.resolveSibling(folder.getFileName() + ".journal"));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      service.awaitReady();
      var members = members(service, journal);
      var asking = startAsking(members, threads);
      var restarts = new ArrayList<Long>();
      for (var kill = 1; kill <= KILLS; kill++) {
        pause(1500 + random.nextInt(5000));
        service.kill();
        var killed = System.nanoTime();
        service.restart();
        service.awaitReady();
        restarts.add(Duration.ofNanos(System.nanoTime() - killed).toMillis());
      }
      asking.get(20, TimeUnit.MINUTES);
      var checker = new Checker(service.data());
      await()
          .atMost(Duration.ofMinutes(20))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> checker.open() == 0);

      var acknowledged = journal.of("generation");
      System.out.printf(
          "%s: %d kills, %d generations of %d members: %s; ready again in ms %s; %d s in all%n",
          engine,
          KILLS,
          acknowledged.size(),
          members.size(),
          checker.summary(),
          restarts,
          Duration.ofNanos(System.nanoTime() - begun).toSeconds());
      assertThat(acknowledged).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(GENERATIONS);
      assertThat(members).flatExtracting(Member::broken).isEmpty();
      assertThat(checker.lost(acknowledged)).as("lost").isEmpty();
      assertThat(checker.unasked(acknowledged)).as("doubled").isEmpty();
      assertThat(checker.failed()).as("failed").isEmpty();
      assertThat(checker.wrongPictures()).as("pictures").isEmpty();
      assertThat(checker.wrongPayments()).as("payments").isEmpty();
      assertThat(checker.wrongBalances()).as("balances").isEmpty();
      assertThat(checker.brokenChains()).as("ledger").isEmpty();
      assertThat(checker.missingFiles()).as("missing files").isEmpty();
    }
  }

  private static List<Member> members(ServiceProcess service, Journal journal) {
    return IntStream.rangeClosed(1, MEMBERS)
        .mapToObj(number ->
            new Member(
                List.of(Caller.signedIn(service.port(), "member" + number)),
                SEED + number,
                () -> journal.notes() < GENERATIONS,
                journal))
        .toList();
  }

  private static CompletableFuture<Void> startAsking(
      List<Member> members, ExecutorService threads) {
    return CompletableFuture.allOf(
        members.stream()
            .map(member -> CompletableFuture.runAsync(member::askAway, threads))
            .toArray(CompletableFuture[]::new));
  }

  private static Path folder(String engine) throws IOException {
    var parent = Files.createDirectories(Path.of("target", "faults"));
    return Files.createTempDirectory(parent.toAbsolutePath(), engine + "-");
  }

  private static void pause(int milliseconds) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }
}
