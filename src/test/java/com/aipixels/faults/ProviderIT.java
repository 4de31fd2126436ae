package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.engines.FakeReplicate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Everything that Replicate and its file host can do wrong, `-Daipixels.misbehaviours` times each,
/// against the real service: each request ends as it should and its credit is where it belongs.
/// What only ends at the deadline is done a fifth as often, and what is slow by its nature only by
/// the profile `faults`.
@Tag("long")
class ProviderIT {

  private static final int TIMES = Integer.getInteger("aipixels.misbehaviours", 1);
  private static final int SELDOM = Math.ceilDiv(TIMES, 5);
  private static final boolean LONG = TIMES > 1;
  private static final Duration DEADLINE = Duration.ofSeconds(LONG ? 90 : 9);
  private static final int AT_A_TIME = 200;
  private static final int AT_ONCE = 50;
  private static final int MEMBERS = 1600;
  private static final Duration LATEST_REFUND = Duration.ofMinutes(1);

  /// A picture is at most 32 MB; the rest is on its way in the buffers of sockets.
  private static final long MOST_TAKEN = 48L << 20;

  private static final List<Misbehaviour> QUICK =
      Stream.of(
              ending("succeeded", "fine", "once-500", "once-502", "once-503", "once-hang"),
              ending("succeeded", "once-reset", "lost-answer", "cut-answer", "hang-answer"),
              ending("succeeded", "drip-answer", "502-answer", "once-get-429", "once-get-500"),
              ending("succeeded", "once-get-502", "once-get-hang", "once-get-huge"),
              ending("succeeded", "once-get-drip", "once-get-cut", "once-get-wrong-id", "get-nan"),
              ending("succeeded", "output-string", "once-file-cut", "once-file-rst", "file-hop"),
              ending("succeeded", "once-file-500", "once-file-hang", "once-file-drip", "file-webp"),
              ending("engine_not_available", "401", "402", "403", "404", "422-version"),
              ending("invalid_input", "422-input"),
              ending("bad_result", "file-cut", "file-rst", "file-half", "file-html", "file-huge"),
              ending("bad_result", "file-bomb", "file-elsewhere", "file-loop", "file-private"),
              ending("bad_result", "file-404", "file-empty"),
              ending("engine_failed", "failed", "partial-failed", "output-null", "output-empty"),
              ending("engine_failed", "output-object", "output-data-url", "data-removed"),
              ending("engine_failed", "get-404", "wrong-id-answer"),
              ending("cancelled_by_engine", "aborted", "canceled"),
              ending("blocked", "nsfw", "e005"))
          .flatMap(stream -> stream)
          .toList();

  private static final List<Misbehaviour> LASTING =
      seldom("unknown-status", "get-401", "get-wrong-id", "file-500").toList();

  private static final List<Misbehaviour> SLOW =
      Stream.concat(ending("succeeded", "once-get-401"), ending("bad_result", "file-drip"))
          .toList();

  private static final List<Misbehaviour> SLOW_AND_LASTING =
      Stream.of(
              seldom("get-429", "get-500", "get-502", "get-hang", "get-huge", "get-drip"),
              seldom("get-cut", "file-hang", "500", "502", "503", "hang", "reset"))
          .flatMap(stream -> stream)
          .toList();

  /// Each makes the whole service wait for seconds before it asks for anything again: they are done
  /// by themselves, and those that come once by two members only.
  private static final List<Misbehaviour> THROTTLING =
      Stream.concat(
              ending("succeeded", "once-409", "once-429", "once-429-body", "once-429-bare"),
              ending("succeeded", "once-429-detail"))
          .map(one -> new Misbehaviour(one.word(), one.end(), 2))
          .toList();

  private static final List<Misbehaviour> THROTTLED = seldom("409", "429").toList();

  private int asked;

  /// @param end the code of its failure, or `succeeded`
  private record Misbehaviour(String word, String end, int times) {}

  private static Stream<Misbehaviour> ending(String end, String... words) {
    return Stream.of(words).map(word -> new Misbehaviour(word, end, TIMES));
  }

  private static Stream<Misbehaviour> seldom(String... words) {
    return Stream.of(words).map(word -> new Misbehaviour(word, "deadline_exceeded", SELDOM));
  }

  @Test
  void everythingEndsAsItShould() throws Exception {
    try (var replicate = FakeReplicate.start()) {
      replicate.control(
          "{\"processingMs\": 100, \"processingMaxMs\": 400, \"pictureScale\": 2, \"pageSize\": 500}");
      // Whoever waits for a turn is done nothing wrong to.
      var settings =
          new EngineSettings(replicate)
              .with("PARALLELISM", Integer.toString(AT_A_TIME))
              .withDeadline(DEADLINE.toSeconds() + "s");
      try (var service = new ServiceProcess(folder(), settings.environment())) {
        service.awaitReady();
        var checker = new Checker(service.data());
        var misbehaviours = new ArrayList<Misbehaviour>();
        for (var some : apart()) {
          ask(some, service, checker);
          misbehaviours.addAll(some);
        }

        assertThat(wrongEnds(checker, misbehaviours)).as("ended otherwise").isEmpty();
        assertThat(checker.wrongPictures()).as("pictures").isEmpty();
        assertThat(checker.wrongPayments()).as("payments").isEmpty();
        assertThat(checker.wrongBalances()).as("balances").isEmpty();
        assertThat(checker.brokenChains()).as("ledger").isEmpty();
        assertThat(checker.missingFiles()).as("missing files").isEmpty();
        assertThat(broken(service, checker)).as("broken files").isEmpty();
        assertThat(complaints(service)).as("errors in the log").isEmpty();
        assertThat(replicate.mostPostsAMinute()).as("creates a minute").isLessThanOrEqualTo(600);
        assertThat(replicate.mostSent()).as("taken of 10 GB").isBetween(1L << 20, MOST_TAKEN);
        tell(checker, replicate, misbehaviours, mostMemory(service.pid()));
      }
    }
  }

  /// What goes on side by side, one after the other.
  private static List<List<Misbehaviour>> apart() {
    var apart = new ArrayList<>(List.of(QUICK, LASTING));
    if (LONG) {
      apart.addAll(List.of(SLOW, SLOW_AND_LASTING));
      THROTTLING.forEach(one -> apart.add(List.of(one)));
      THROTTLED.forEach(one -> apart.add(List.of(one)));
    }
    return apart;
  }

  /// Whoever asks asked last so long ago that it has ended, and waits for nothing of their own.
  private void ask(List<Misbehaviour> some, ServiceProcess service, Checker checker) {
    for (var time = 0; time < TIMES; time++) {
      for (var one : some) {
        if (time < one.times()) {
          if (asked % AT_ONCE == 0) {
            awaitAtMost(AT_A_TIME - AT_ONCE, checker);
          }
          Caller.signedIn(service.port(), "m" + asked++ % MEMBERS)
              .ask(
                  Map.of(
                      "prompt", "a boat fake-" + one.word(),
                      "imageSize", "small",
                      "visibility", "public"));
        }
      }
    }
    awaitAtMost(0, checker);
  }

  private static void awaitAtMost(int open, Checker checker) {
    await()
        .atMost(DEADLINE.plusMinutes(1))
        .pollInterval(LONG ? Duration.ofSeconds(1) : Duration.ofMillis(100))
        .until(() -> checker.open() <= open);
  }

  private static List<String> wrongEnds(Checker checker, List<Misbehaviour> misbehaviours) {
    var ends =
        misbehaviours.stream()
            .map(one -> "%s %s %d".formatted(one.word(), one.end(), one.times()))
            .toList();
    var wrong =
        new ArrayList<>(
            checker
                .database()
                .sql(
                    """
                    SELECT replace(prompt, 'a boat fake-', '') || ' ' || COALESCE(error_code, status) || ' ' || count(*)
                    FROM generations GROUP BY prompt, error_code, status
                    """)
                .query(String.class)
                .list());
    assertThat(wrong).as("different ends").hasSizeGreaterThanOrEqualTo(ends.size());
    wrong.removeAll(ends);
    return wrong;
  }

  /// Of everything that is served, whatever is not a whole picture.
  private static List<String> broken(ServiceProcess service, Checker checker) throws IOException {
    var broken = new ArrayList<String>();
    var files =
        checker
            .database()
            .sql(
                """
                SELECT unnest(ARRAY[file_path, split_part(file_path, '.', 1) || '.320.webp',
                                    split_part(file_path, '.', 1) || '.640.webp'])
                FROM images
                """)
            .query(String.class)
            .list();
    assertThat(files).isNotEmpty();
    var guest = Caller.guest(service.port());
    for (var file : files) {
      var answer = guest.bytes("/files/" + file);
      var onDisk = Files.size(service.data().resolve("files/" + file.substring(0, 2) + "/" + file));
      if (answer.statusCode() != 200
          || answer.body().length != onDisk
          || ImageIO.read(new ByteArrayInputStream(answer.body())) == null) {
        broken.add(answer.statusCode() + " " + file);
      }
    }
    return broken;
  }

  private static List<String> complaints(ServiceProcess service) throws IOException {
    var log = service.data().resolveSibling(service.data().getFileName() + ".log");
    try (var lines = Files.lines(log)) {
      return lines
          .filter(line ->
              line.contains(" ERROR ")
                  || line.startsWith("\tat ")
                  || line.contains("OutOfMemoryError"))
          .limit(20)
          .toList();
    }
  }

  /// The most that the service ever held in memory, its heap of 512 MB included.
  private static String mostMemory(long pid) throws IOException {
    var status = Path.of("/proc/%d/status".formatted(pid));
    if (!Files.exists(status)) {
      return "unknown";
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .findFirst()
          .map(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024 + " MB")
          .orElse("unknown");
    }
  }

  private static void tell(
      Checker checker, FakeReplicate replicate, List<Misbehaviour> misbehaviours, String memory) {
    var afterDeadline = delays(checker, "e.created_at - g.deadline", "=");
    var afterFailure = delays(checker, "e.created_at - g.submitted_at", "<>");
    assertThat(afterDeadline).isNotEmpty();
    assertThat(afterFailure).isNotEmpty();
    var slowest = afterDeadline.subList(0, (int) Math.ceil(0.99 * afterDeadline.size()));
    assertThat(slowest.getLast()).as("p99 of refunds").isLessThanOrEqualTo(LATEST_REFUND);
    slowest = afterFailure.subList(0, (int) Math.ceil(0.99 * afterFailure.size()));
    assertThat(slowest.getLast()).as("p99 of refunds").isLessThanOrEqualTo(LATEST_REFUND);
    var trials = misbehaviours.stream().mapToInt(Misbehaviour::times).sum();
    new Finding(
            "F7 %d misbehaviours: refund after the order that failed"
                .formatted(misbehaviours.size()),
            trials,
            0,
            0,
            afterFailure,
            "%s; at most %d creates a minute and %d MB of 10 GB taken; peak RSS %s"
                .formatted(
                    checker.summary(),
                    replicate.mostPostsAMinute(),
                    replicate.mostSent() >> 20,
                    memory))
        .tell();
    new Finding(
            "F7 refund after the deadline", afterDeadline.size(), 0, 0, afterDeadline, "DB clock")
        .tell();
  }

  private static List<Duration> delays(Checker checker, String interval, String comparison) {
    return checker
        .database()
        .sql(
            """
            SELECT (extract(epoch FROM %s) * 1000)::bigint AS delay
            FROM generations g JOIN credit_entries e ON e.generation_id = g.id AND e.reason = 'refund'
            WHERE g.error_code %s 'deadline_exceeded'
            ORDER BY delay
            """
                .formatted(interval, comparison))
        .query(Long.class)
        .list()
        .stream()
        .map(Duration::ofMillis)
        .toList();
  }

  private static Path folder() throws IOException {
    var parent = Files.createDirectories(Path.of("target", "faults"));
    return Files.createTempDirectory(parent.toAbsolutePath(), "provider-");
  }
}
