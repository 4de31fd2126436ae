package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SIGKILL in the middle of members' likes, comments and remixes: everybody hears of everything
/// exactly once. The length is set by `-Daipixels.kills.notified` and `-Daipixels.acts`; the
/// profile `faults` sets the long one.
class NotifiedIT {

  private static final int KILLS = Integer.getInteger("aipixels.kills.notified", 1);
  private static final int ACTS = Integer.getInteger("aipixels.acts", 40);
  private static final long SEED = Long.getLong("aipixels.seed", 20261125);
  private static final int MEMBERS = 12;
  private static final int PICTURES = 25;

  @Test
  void everybodyHearsOfEverythingOnce() throws Exception {
    var random = new Random(SEED);
    var begun = System.nanoTime();
    try (var service = new ServiceProcess(folder(), Map.of());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      service.awaitReady();
      var database = new Checker(service.data()).database();
      var members =
          IntStream.range(0, MEMBERS)
              .mapToObj(number -> Caller.signedIn(service.port(), "fan" + number))
              .toList();
      var pictures = hang(database, members);
      var turns = new LinkedBlockingQueue<Boolean>();
      var fans =
          IntStream.range(0, MEMBERS)
              .mapToObj(
                  number -> new Fan(members.get(number), SEED + number, pictures, database, turns))
              .toList();
      var acting =
          CompletableFuture.allOf(
              fans.stream()
                  .map(fan -> CompletableFuture.runAsync(fan::actAway, threads))
                  .toArray(CompletableFuture[]::new));
      for (var kill = 1; kill <= KILLS; kill++) {
        turns.addAll(Collections.nCopies(ACTS / KILLS, true));
        var undone = random.nextInt(ACTS / KILLS);
        await()
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofMillis(1))
            .until(() -> turns.size() <= undone);
        service.kill();
        service.restart();
        service.awaitReady();
      }
      turns.addAll(Collections.nCopies(ACTS % KILLS, true));
      turns.addAll(Collections.nCopies(MEMBERS, false));
      acting.get(10, TimeUnit.MINUTES);
      var inboxes = new InboxChecker(database);
      await().atMost(Duration.ofMinutes(2)).until(inboxes::isSettled);

      System.out.printf(
          "notified: %d kills, %d acts, events %s; said %d times in lines %s; lost %d, doubled %d, invented %d; %d s in all%n",
          KILLS,
          ACTS,
          inboxes.events(),
          inboxes.said(),
          inboxes.lines(),
          inboxes.lost().size(),
          inboxes.doubled().size(),
          inboxes.invented().size(),
          Duration.ofNanos(System.nanoTime() - begun).toSeconds());
      assertThat(fans).flatExtracting(Fan::broken).isEmpty();
      assertThat(inboxes.events()).hasSize(3);
      assertThat(inboxes.lost()).as("lost").isEmpty();
      assertThat(inboxes.doubled()).as("doubled").isEmpty();
      assertThat(inboxes.invented()).as("invented").isEmpty();
      assertThat(inboxes.empty()).as("empty").isEmpty();
    }
  }

  /// Enough pictures that nobody likes the same one often.
  private static List<Integer> hang(JdbcClient database, List<Caller> members) {
    return members.stream()
        .flatMap(member ->
            database
                .sql(
                    """
                    INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
                    SELECT :member, 'wall', 'prompt', 'public' FROM generate_series(1, :count)
                    RETURNING id
                    """)
                .param("member", member.userId())
                .param("count", PICTURES)
                .query(Integer.class)
                .list()
                .stream())
        .toList();
  }

  private static Path folder() throws IOException {
    var parent = Files.createDirectories(Path.of("target", "faults"));
    return Files.createTempDirectory(parent.toAbsolutePath(), "notified-");
  }
}
