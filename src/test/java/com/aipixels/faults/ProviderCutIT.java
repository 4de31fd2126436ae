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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The line to Replicate and its file host is cut while pictures are being made, the first half of
/// the time with resets and the second half without a word. `-Daipixels.cuts` says how many seconds
/// each cut lasts; the profile `faults` sets the long ones.
///
/// The real figures are a deadline of 50 minutes and a retention of 60. Here a minute is three
/// seconds long, so that cuts of 90 and 165 seconds stand for 30 and 55 minutes; the timeouts of
/// single requests are short for the same reason. What outlasts the deadline is given up and
/// refunded; what does not must all become pictures.
@Tag("long")
class ProviderCutIT {

  private static final List<Integer> CUTS =
      Stream.of(System.getProperty("aipixels.cuts", "8").split(",", -1))
          .map(Integer::valueOf)
          .toList();
  private static final Duration DEADLINE = Duration.ofSeconds(150);
  private static final Duration RETENTION = Duration.ofMinutes(3);
  private static final int IN_FLIGHT = 12;
  private static final int BACKLOG = 12;

  /// Requests that were on their way, and those that find out: none of them knew.
  private static final Duration UNTIL_NOTICED = Duration.ofMillis(2500);

  private final List<String> acknowledged = new ArrayList<>();
  private final List<Duration> recoveries = new ArrayList<>();
  private int members;

  @Test
  void whatWasAskedForIsMadeOnceTheLineIsMended() throws Exception {
    try (var replicate = FakeReplicate.start();
        var api = new Line(replicate.url().replaceFirst("http://", "").replaceFirst("/v1", ""));
        var files = new Line(replicate.filesHost())) {
      replicate.control(
          """
          {"deliveryUrl": "http://%s", "retentionMs": %d, "pageSize": 1000, "pictureScale": 4,
           "startingMs": 200, "processingMs": 300, "processingMaxMs": 2500}
          """
              .formatted(files.host(), RETENTION.toMillis()));
      var settings =
          new EngineSettings(replicate)
              .with("BASEURL", "http://" + api.host() + "/v1")
              .with("DELIVERYHOSTS", files.host())
              .withDeadline(DEADLINE.toSeconds() + "s");
      try (var service = new ServiceProcess(folder(), settings.environment())) {
        service.awaitReady();
        var checker = new Checker(service.data());
        var remarks = new ArrayList<String>();
        for (var seconds : CUTS) {
          remarks.add(cut(Duration.ofSeconds(seconds), service, checker, List.of(api, files)));
        }

        assertThat(checker.lost(acknowledged)).as("lost").isEmpty();
        assertThat(checker.unasked(acknowledged)).as("doubled").isEmpty();
        assertThat(checker.wrongPictures()).as("pictures").isEmpty();
        assertThat(checker.wrongPayments()).as("payments").isEmpty();
        assertThat(checker.wrongBalances()).as("balances").isEmpty();
        assertThat(checker.brokenChains()).as("ledger").isEmpty();
        assertThat(checker.missingFiles()).as("missing files").isEmpty();
        assertThat(replicate.posts().values()).as("predictions paid for").containsOnly(1);
        new Finding(
                "F6 line to the provider cut for %s s".formatted(CUTS),
                CUTS.size() * (IN_FLIGHT + BACKLOG),
                0,
                0,
                recoveries,
                checker.summary() + "; " + String.join("; ", remarks))
            .tell();
      }
    }
  }

  /// What is asked for at the cut, and what is asked for during it.
  private String cut(Duration length, ServiceProcess service, Checker checker, List<Line> lines) {
    var failedBefore = checker.failed().size();
    ask(service.port(), IN_FLIGHT);
    await().until(() -> checker.open() <= IN_FLIGHT - 2);
    var begin = System.nanoTime();
    lines.forEach(Line::cutLoudly);
    ask(service.port(), BACKLOG);
    pause(length.dividedBy(2));
    var middle = System.nanoTime();
    lines.forEach(Line::cutSilently);
    pause(length.dividedBy(2));
    var stillOpen = checker.open();
    lines.forEach(Line::mend);
    var end = System.nanoTime();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> checker.open() == 0);
    recoveries.add(Duration.ofNanos(System.nanoTime() - end));

    assertThat(lines.getFirst().attempts(begin, end)).as("met the cut").isPositive();
    if (length.compareTo(DEADLINE) < 0) {
      assertThat(stillOpen).as("in flight at the end of the cut").isGreaterThan(BACKLOG);
      assertThat(checker.failed()).as("given up").hasSize(failedBefore);
    } else {
      assertThat(checker.failed().subList(failedBefore, checker.failed().size()))
          .allSatisfy(failure -> assertThat(failure).endsWith(" deadline_exceeded"))
          .isNotEmpty();
    }
    return probes(lines, List.of(begin, middle, end));
  }

  /// At most one a second, once it was noticed.
  private static String probes(List<Line> lines, List<Long> times) {
    var second = Duration.ofSeconds(1);
    var most = 0;
    var all = 0;
    for (var line : lines) {
      for (var half = 0; half < 2; half++) {
        var from = times.get(half) + UNTIL_NOTICED.toNanos();
        var to = times.get(half + 1);
        var seconds = (int) TimeUnit.NANOSECONDS.toSeconds(to - from);
        assertThat(line.attempts(from, to)).as("probes in %d s", seconds).isBetween(0, seconds + 2);
        most = Math.max(most, line.mostAttempts(from, to, second));
      }
      all += line.attempts(times.getFirst(), times.getLast());
    }
    assertThat(most).as("probes in any second").isLessThanOrEqualTo(2);
    return "%d attempts at the cut lines, at most %d in any second".formatted(all, most);
  }

  private void ask(int port, int count) {
    IntStream.range(0, count)
        .mapToObj(_ -> Caller.signedIn(port, "member" + members++))
        .map(member -> member.ask(Map.of("prompt", "a boat " + members, "imageSize", "small")))
        .forEach(acknowledged::add);
  }

  private static void pause(Duration length) {
    LockSupport.parkNanos(length.toNanos());
  }

  private static Path folder() throws IOException {
    var parent = Files.createDirectories(Path.of("target", "faults"));
    return Files.createTempDirectory(parent.toAbsolutePath(), "cut-");
  }
}
