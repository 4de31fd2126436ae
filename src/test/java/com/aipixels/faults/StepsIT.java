package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.database.TestServer;
import com.aipixels.engines.FakeReplicate;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The process is killed at each step on the way of a generation, `-Daipixels.steps` times at each;
/// the profile `faults` does it often. Where PostgreSQL is in the middle of the step, every second
/// time it finishes what it was told by the dead, and else it does not.
@Tag("long")
class StepsIT {

  private static final int TIMES = Integer.getInteger("aipixels.steps", 1);
  private static final int LOCK = 20261127;

  /// A kill that came too late for its boundary proves nothing about it, and is tried again.
  private static final int TRIES = 6;

  private static FakeReplicate replicate;
  private static GivenDatabase database;
  private static HikariDataSource looks;
  private static ServiceProcess service;
  private static Checker checker;

  private final List<Duration> ended = new ArrayList<>();
  private int trials;
  private int voids;

  @BeforeAll
  static void start() throws IOException {
    var data =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "faults")).toAbsolutePath(), "steps-");
    database = GivenDatabase.on(TestServer.embedded());
    looks = database.pool();
    replicate = FakeReplicate.start();
    replicate.control("{\"processingMs\": 1200}");
    var environment = new HashMap<>(new EngineSettings(replicate).environment());
    environment.putAll(database.environment());
    service = new ServiceProcess(data, environment);
    service.awaitReady();
    checker = new Checker(data, JdbcClient.create(looks));
    database.jdbc().sql(Boundary.triggers(LOCK)).update();
  }

  @AfterAll
  static void stop() {
    service.close();
    replicate.close();
    looks.close();
  }

  @Test
  void whereverItIsKilledItEndsAsItShould() throws Exception {
    for (var time = 0; time < TIMES; time++) {
      for (var boundary : Boundary.all()) {
        trial(boundary, time % 2 == 0);
      }
    }

    assertThat(checker.wrongPictures()).as("pictures").isEmpty();
    assertThat(checker.wrongPayments()).as("payments").isEmpty();
    assertThat(checker.wrongBalances()).as("balances").isEmpty();
    assertThat(checker.brokenChains()).as("ledger").isEmpty();
    assertThat(checker.missingFiles()).as("missing files").isEmpty();
    assertThat(replicate.posts().values()).as("predictions asked for").containsOnly(1);
    new Finding(
            "F2 SIGKILL at each of %d steps".formatted(Boundary.all().size()),
            trials,
            0,
            voids,
            ended,
            checker.summary() + "; the time is from the next start's readiness to the end")
        .tell();
  }

  private void trial(Boundary boundary, boolean finishes) throws Exception {
    for (var tries = 0; tries < TRIES; tries++) {
      if (killedAt(boundary, finishes)) {
        trials++;
        return;
      }
      voids++;
    }
    throw new AssertionError("Never killed in time for: " + boundary.name());
  }

  /// Whether that is where it was killed.
  private boolean killedAt(Boundary boundary, boolean finishes) throws Exception {
    var member = Caller.signedIn(service.port(), "member" + (trials + voids));
    var originals = originals();
    var orders = replicate.orders().size();
    boolean hit;
    CompletableFuture<String> asking;
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement()) {
      if (boundary.isHeld()) {
        statement.execute("SELECT pg_advisory_lock(%d)".formatted(LOCK));
        statement.execute("INSERT INTO held_boundary VALUES ('%s')".formatted(boundary.name()));
      }
      asking = CompletableFuture.supplyAsync(() -> ask(member, boundary));
      hit =
          boundary.isHeld() ? killHeld(finishes) : killUnheld(boundary, asking, originals, orders);
      statement.execute("DELETE FROM held_boundary");
    }
    service.restart();
    service.awaitReady();
    var ready = System.nanoTime();
    var id = asking.get(1, TimeUnit.MINUTES);
    await()
        .alias("after " + boundary.name())
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> checker.open() == 0);
    ended.add(Duration.ofNanos(System.nanoTime() - ready));

    assertThat(boundary.ends()).as("after " + boundary.name()).contains(status(id));
    return hit;
  }

  private static boolean killHeld(boolean finishes) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> !waiting().isEmpty());
    var held = waiting();
    service.kill();
    if (!finishes) {
      held.forEach(pid -> rows("SELECT pg_terminate_backend(%s)::text".formatted(pid)));
    }
    return true;
  }

  /// The sessions that are held at the boundary.
  private static List<String> waiting() {
    return rows(
        """
        SELECT pid::text FROM pg_locks
        WHERE locktype = 'advisory' AND NOT granted AND objid = %d
        """
            .formatted(LOCK));
  }

  /// @param originals how many files of pictures there were before
  /// @param orders how many predictions there were before
  private static boolean killUnheld(
      Boundary boundary, CompletableFuture<String> asking, long originals, int orders)
      throws Exception {
    try (var lookout = new Lookout(service.data().resolve("files"))) {
      return killAt(boundary, asking.get(1, TimeUnit.MINUTES), lookout, originals, orders);
    }
  }

  private static boolean killAt(
      Boundary boundary, String id, Lookout lookout, long originals, int orders)
      throws InterruptedException {
    return switch (boundary.name()) {
      case "answer of the provider" -> {
        spinUntil(() -> replicate.orders().size() > orders);
        service.kill();
        yield rows("SELECT id::text FROM generations WHERE engine_reference IS NULL").contains(id);
      }
      case "download" -> {
        spinUntil(() -> progress(id) > 0.89);
        pause(300);
        service.kill();
        yield originals() == originals && status(id).equals("running");
      }
      case "write" -> {
        lookout.await(".part");
        service.kill();
        yield count(".part") > 0;
      }
      case "original beside its thumbnails" -> {
        lookout.await(".320.webp");
        service.kill();
        yield count(".320.webp") > originals();
      }
      default -> {
        spinUntil(() -> status(id).equals("succeeded"));
        service.kill();
        yield true;
      }
    };
  }

  private static String ask(Caller member, Boundary boundary) {
    var prompt =
        ("a boat " + (boundary.words().isEmpty() ? "" : "fake-" + boundary.words())).strip();
    var asked =
        insist(() ->
            member.post(
                "/api/v1/generations",
                Map.of("prompt", prompt, "imageSize", "small"),
                "Idempotency-Key",
                "the only one"));
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    var id = Caller.json(asked).get("id").asString();
    if (boundary.name().equals("cancellation")) {
      insist(() -> member.post("/api/v1/generations/%s/cancel".formatted(id), ""));
    }
    return id;
  }

  private static HttpResponse<String> insist(Supplier<HttpResponse<String>> call) {
    while (true) {
      try {
        var answer = call.get();
        if (answer.statusCode() != 503) {
          return answer;
        }
      } catch (UncheckedIOException _) {
        // killed in the middle of it
      }
      pause(100);
    }
  }

  private static double progress(String id) {
    return Double.parseDouble(
        rows("SELECT progress::text FROM generations WHERE id = '%s'".formatted(id)).getFirst());
  }

  private static String status(String id) {
    return rows("SELECT status FROM generations WHERE id = '%s'".formatted(id)).getFirst();
  }

  private static long originals() {
    return count(".png") + count(".jpg") + count(".jpeg");
  }

  private static long count(String ending) {
    try (var files = Files.walk(service.data().resolve("files"))) {
      return files.filter(file -> file.getFileName().toString().endsWith(ending)).count();
    } catch (IOException | UncheckedIOException _) {
      // a file that was there went away while it was looked at
      return 0;
    }
  }

  /// Looks as often as it can: what is waited for lasts for milliseconds.
  private static void spinUntil(BooleanSupplier reached) {
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!reached.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static List<String> rows(String sql) {
    return JdbcClient.create(looks).sql(sql).query(String.class).list();
  }

  private static void pause(int milliseconds) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }
}
