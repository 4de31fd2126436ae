package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.database.TestServer;
import com.aipixels.engines.FakeReplicate;
import com.aipixels.faults.Answers.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// PostgreSQL is ended with `pg_ctl stop -m immediate` while members like, comment, spend and look,
/// and started again some time later. `-Daipixels.crashes` says how often; the profile `faults`
/// sets the long form.
@Tag("long")
class DatabaseStoppedIT {

  private static final int CRASHES = Integer.getInteger("aipixels.crashes", 2);
  private static final long SEED = Long.getLong("aipixels.seed", 20261127);
  private static final int MEMBERS = 12;
  private static final int PICTURES = 20;
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private final Random random = new Random(SEED);
  private final Answers answers = new Answers();
  private final List<Duration> recoveries = new ArrayList<>();
  private final List<Duration> outages = new ArrayList<>();
  private int voids;
  private volatile boolean over;

  @Test
  void whatWasAcknowledgedIsThereAfterEachCrash() throws Exception {
    var folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "faults")).toAbsolutePath(), "stopped-db-");
    var server = TestServer.durable();
    var database = GivenDatabase.on(server);
    try (var replicate = FakeReplicate.start();
        var journal = new Journal(folder.resolve("journal"));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      replicate.control("{\"processingMs\": 300, \"pictureScale\": 8}");
      var environment = new HashMap<>(new EngineSettings(replicate).environment());
      environment.putAll(database.environment());
      var data = Files.createDirectories(folder.resolve("data"));
      try (var service = new ServiceProcess(data, environment)) {
        service.awaitReady();
        var pid = service.pid();
        var checker = new Checker(data, database.jdbc());
        var clients = startClients(service.port(), journal, hang(checker), threads);
        try {
          for (var crash = 1; crash <= CRASHES; crash++) {
            pause(500 + random.nextInt(1500));
            crash(server, threads);
          }
          pause(1000);
        } finally {
          over = true;
        }
        clients.get(1, TimeUnit.MINUTES);
        await().atMost(Duration.ofMinutes(2)).until(() -> checker.open() == 0);

        assertThat(service.pid()).as("never started again").isEqualTo(pid);
        var promises = new Promises(journal, answers, checker);
        tell(promises);
        expectWhole(promises);
      }
    }
  }

  private void crash(TestServer server, ExecutorService threads) throws Exception {
    server.crash();
    var down = System.nanoTime();
    pause(random.nextInt(CRASHES > 2 ? 5000 : 1000));
    var accepting = threads.submit(() -> awaitAccepting(server));
    server.comeBack();
    var up = accepting.get();
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> answers.firstSuccess(down, DatabaseStoppedIT::needsTheDatabase) < Long.MAX_VALUE);
    if (answers.refusals(down, up).isEmpty()) {
      voids++;
    } else {
      outages.add(Duration.ofNanos(up - down));
      var first = answers.firstSuccess(down, DatabaseStoppedIT::needsTheDatabase);
      recoveries.add(Duration.ofNanos(Math.max(0, first - up)));
    }
  }

  private static long awaitAccepting(TestServer server) {
    while (!server.accepts()) {
      pause(5);
    }
    return System.nanoTime();
  }

  private CompletableFuture<Void> startClients(
      int port, Journal journal, List<Integer> pictures, ExecutorService threads) {
    Stream<Runnable> members =
        IntStream.range(0, MEMBERS)
            .mapToObj(number ->
                new Insistent(
                    Caller.signedIn(port, "member" + number),
                    journal,
                    answers,
                    pictures,
                    SEED + number,
                    () -> !over))
            .map(member -> member::actAway);
    return CompletableFuture.allOf(
        Stream.concat(members, Stream.of(() -> watchLiveness(port)))
            .map(client -> CompletableFuture.runAsync(client, threads))
            .toArray(CompletableFuture[]::new));
  }

  private void watchLiveness(int port) {
    var guest = Caller.guest(port);
    while (!over) {
      var _ = answers.to("livez", () -> guest.get("/livez"));
      pause(50);
    }
  }

  private static boolean needsTheDatabase(Answer answer) {
    return !answer.act().equals("livez");
  }

  private void tell(Promises promises) {
    var refusals = answers.that(Answer::isRefusal);
    var slowest = refusals.stream().map(Answer::time).max(Duration::compareTo);
    new Finding(
            "F3 PostgreSQL stopped with -m immediate under load",
            recoveries.size(),
            0,
            voids,
            recoveries,
            "away for %s ms; %d writes acknowledged and there; %d refused with 503, the slowest after %d ms; /livez %d times 200; %s"
                .formatted(
                    outages.stream().map(Duration::toMillis).toList(),
                    promises.count(),
                    refusals.size(),
                    slowest.orElse(Duration.ZERO).toMillis(),
                    answers.that(answer -> answer.act().equals("livez")).size(),
                    promises.checker().summary()))
        .tell();
  }

  private void expectWhole(Promises promises) {
    promises.expectKept();
    assertThat(answers.that(answer -> answer.act().equals("livez")))
        .isNotEmpty()
        .allMatch(answer -> answer.status() == 200);
    assertThat(recoveries)
        .as("after it accepted")
        .isNotEmpty()
        .allMatch(time -> time.compareTo(LONGEST) <= 0);
  }

  private static List<Integer> hang(Checker checker) {
    return checker
        .database()
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
            SELECT 'user_wall', 'wall.png', 'prompt', 'public' FROM generate_series(1, :count)
            RETURNING id
            """)
        .param("count", PICTURES)
        .query(Integer.class)
        .list();
  }

  private static void pause(int milliseconds) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }
}
