package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.database.TestServer;
import com.aipixels.engines.FakeReplicate;
import com.aipixels.faults.Answers.Answer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The line between service and PostgreSQL is cut without a word while members like, comment, spend
/// and look: once for long, then for five seconds again and again. `-Daipixels.cut` says for how
/// many seconds the long one lasts and `-Daipixels.flaps` how many short ones follow; the profile
/// `faults` sets the long form.
@Tag("long")
class CutLineIT {

  private static final int CUT = Integer.getInteger("aipixels.cut", 10);
  private static final int FLAPS = Integer.getInteger("aipixels.flaps", 1);
  private static final long SEED = Long.getLong("aipixels.seed", 20261127);
  private static final int MEMBERS = 12;

  /// As many as the service has connections for requests that look, and for those that write.
  private static final int OF_EACH = 8;

  private static final Duration WHOLE_AGAIN = Duration.ofSeconds(2);

  /// How long an answer of the database is awaited, and a free connection after it.
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5 + 2);

  private final Answers answers = new Answers();
  private final List<Duration> recoveries = new ArrayList<>();
  private int voids;
  private volatile boolean over;

  @Test
  void everythingIsWholeSoonAfterTheLine() throws Exception {
    var folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "faults")).toAbsolutePath(), "cut-db-");
    var database = GivenDatabase.on(TestServer.embedded());
    try (var replicate = FakeReplicate.start();
        var line = new Line(database.address());
        var journal = new Journal(folder.resolve("journal"));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      replicate.control("{\"processingMs\": 300, \"pictureScale\": 2}");
      var environment = new HashMap<>(new EngineSettings(replicate).environment());
      environment.putAll(database.environment(line));
      var data = Files.createDirectories(folder.resolve("data"));
      try (var service = new ServiceProcess(data, environment)) {
        service.awaitReady();
        var checker = new Checker(data, database.jdbc());
        var maker = Caller.signedIn(service.port(), "maker");
        var made =
            maker.ended(
                maker.ask(
                    Map.of("prompt", "a boat", "imageSize", "small", "visibility", "public")));
        journal.note("spend", made.get("id").asString());
        var picture = made.get("imageId").asInt();
        var clients = startClients(service.port(), journal, picture, threads);
        var watching = watch(service.port(), "/files/" + file(checker), threads);
        try {
          cut(Duration.ofSeconds(CUT), line, maker, picture, threads);
          for (var flap = 0; flap < FLAPS; flap++) {
            cut(Duration.ofSeconds(5), line, maker, picture, threads);
          }
        } finally {
          over = true;
        }
        clients.get(1, TimeUnit.MINUTES);
        watching.get(1, TimeUnit.MINUTES);
        await().atMost(Duration.ofMinutes(2)).until(() -> checker.open() == 0);
        judge(new Promises(journal, answers, checker));
      }
    }
  }

  private void cut(Duration length, Line line, Caller member, int picture, ExecutorService threads)
      throws InterruptedException {
    pause(1000);
    var begun = System.nanoTime();
    line.cutSilently();
    pause(length.toMillis());
    line.mend();
    var healed = System.nanoTime();
    if (line.attempts(begun, healed) == 0) {
      voids++;
      return;
    }
    var whole = new ArrayList<Long>();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          var all = askAllAtOnce(member, picture, threads);
          whole.add(System.nanoTime());
          return all;
        });
    recoveries.add(Duration.ofNanos(whole.getLast() - healed));
  }

  /// Whether so many requests at a time as there are connections are all answered.
  private static boolean askAllAtOnce(Caller member, int picture, ExecutorService threads)
      throws InterruptedException {
    List<Callable<Boolean>> calls =
        IntStream.range(0, 2 * OF_EACH)
            .<Callable<Boolean>>mapToObj(n ->
                () ->
                    n % 2 == 0
                        ? member.get("/api/v1/images/" + picture).statusCode() == 200
                        : member.put("/api/v1/images/%d/like".formatted(picture)).statusCode()
                            == 200)
            .toList();
    return threads.invokeAll(calls).stream().map(Future::resultNow).allMatch(Boolean::booleanValue);
  }

  private CompletableFuture<Void> startClients(
      int port, Journal journal, int picture, ExecutorService threads) {
    return all(
        IntStream.range(0, MEMBERS)
            .mapToObj(number ->
                new Insistent(
                    Caller.signedIn(port, "member" + number),
                    journal,
                    answers,
                    List.of(picture),
                    SEED + number,
                    () -> !over))
            .map(member -> member::actAway),
        threads);
  }

  private CompletableFuture<Void> watch(int port, String file, ExecutorService threads) {
    var guest = Caller.guest(port);
    return all(
        Stream.of(
            () -> repeat("livez", () -> guest.get("/livez")),
            () -> repeat("picture", () -> guest.get(file))),
        threads);
  }

  private void repeat(String act, Supplier<HttpResponse<String>> call) {
    while (!over) {
      var _ = answers.to(act, call);
      pause(50);
    }
  }

  private static CompletableFuture<Void> all(Stream<Runnable> clients, ExecutorService threads) {
    return CompletableFuture.allOf(
        clients
            .map(client -> CompletableFuture.runAsync(client, threads))
            .toArray(CompletableFuture[]::new));
  }

  private void judge(Promises promises) {
    var refusals = answers.that(Answer::isRefusal);
    var slowest =
        answers.that(answer -> !answer.act().equals("livez")).stream()
            .map(Answer::time)
            .max(Duration::compareTo)
            .orElseThrow();
    var pictures = answers.that(answer -> answer.act().equals("picture"));
    new Finding(
            "F5 line to PostgreSQL cut silently for %d s, then %d times for 5 s"
                .formatted(CUT, FLAPS),
            recoveries.size(),
            0,
            voids,
            recoveries,
            "until all connections answer again; %d writes acknowledged and there; %d refused with 503; nobody waited longer than %d ms; a picture was served %d times of %d"
                .formatted(
                    promises.count(),
                    refusals.size(),
                    slowest.toMillis(),
                    pictures.stream().filter(Answer::isSuccess).count(),
                    pictures.size()))
        .tell();

    promises.expectKept();
    assertThat(recoveries)
        .as("whole again")
        .isNotEmpty()
        .allMatch(time -> time.compareTo(WHOLE_AGAIN) <= 0);
    assertThat(slowest).isLessThanOrEqualTo(LONGEST_ANSWER);
    assertThat(answers.that(answer -> answer.act().equals("livez")))
        .isNotEmpty()
        .allMatch(answer -> answer.status() == 200);
    // Whether somebody may see one is asked each time: what was said before may not hold any more.
    assertThat(pictures)
        .as("pictures")
        .isNotEmpty()
        .allMatch(answer -> answer.isSuccess() || answer.isRefusal());
  }

  private static String file(Checker checker) {
    return checker.database().sql("SELECT file_path FROM images").query(String.class).single();
  }

  private static void pause(long milliseconds) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }
}
