package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.faults.Answers.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Thousands come who send the heads and bodies of their requests in drops, or read a picture in
/// drops, while a few others only want to look. `-Daipixels.slow` says how many; the profile
/// `faults` sets the long form.
@Tag("long")
class SlowClientsIT {

  private static final int SLOW = Integer.getInteger("aipixels.slow", 1000);
  private static final int READERS = SLOW / 10;
  private static final int OTHERS = 4;
  private static final Duration BEFORE = Duration.ofSeconds(10);
  private static final Duration LONGEST_STAY = Duration.ofSeconds(15);

  private final Answers answers = new Answers();
  private volatile boolean over;

  @Test
  void whoComesInEarnestDoesNotNoticeThem() throws Exception {
    var data =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "faults")).toAbsolutePath(), "slow-");
    try (var service = new ServiceProcess(data, Map.of());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      service.awaitReady();
      var picture = hang(Caller.signedIn(service.port(), "maker"));
      var others =
          CompletableFuture.allOf(
              IntStream.range(0, OTHERS)
                  .mapToObj(
                      _ -> CompletableFuture.runAsync(() -> look(service.port(), picture), threads))
                  .toArray(CompletableFuture[]::new));
      // What runs for the first time is slow by itself.
      pause(BEFORE);
      var begun = System.nanoTime();
      pause(BEFORE);
      var crowd = new SlowCrowd(service.port(), picture);
      var came = System.nanoTime();
      var memory = memory(service.pid());
      crowd.come(SLOW, READERS);
      var most = memory(service.pid());
      crowd.goOn(Duration.ofSeconds(60));
      var gone = System.nanoTime();
      over = true;
      others.get(1, TimeUnit.MINUTES);
      var left = crowd.left();
      crowd.leave();

      var before = answers.that(answer -> answer.begun() >= begun && answer.ended() < came);
      var during = answers.that(answer -> answer.begun() >= came && answer.ended() < gone);
      var goodput = aSecond(during, gone - came) / aSecond(before, came - begun);
      new Finding(
              "F18 %d clients that send 10 bytes a second, %d that read so"
                  .formatted(SLOW, READERS),
              crowd.came(),
              0,
              crowd.refused(),
              SlowCrowd.SENDERS.stream().flatMap(kind -> crowd.stays(kind).stream()).toList(),
              "until they were hung up on; others were served %.0f %% as often, p99 %d instead of %d ms; the process grew by %d MB"
                  .formatted(
                      100 * goodput,
                      p99(during).toMillis(),
                      p99(before).toMillis(),
                      (most - memory) / 1024))
          .tell();

      assertThat(answers.broken(_ -> false)).isEmpty();
      assertThat(left).as("still there").isEmpty();
      assertThat(SlowCrowd.SENDERS)
          .allSatisfy(
              kind -> assertThat(crowd.stays(kind)).isNotEmpty().allMatch(SlowClientsIT::isShort));
      assertThat(service.says200()).isTrue();
    }
  }

  private static boolean isShort(Duration stay) {
    return stay.compareTo(LONGEST_STAY) <= 0;
  }

  private static String hang(Caller maker) {
    var made =
        maker.ended(
            maker.ask(Map.of("prompt", "a boat", "imageSize", "large", "visibility", "public")));
    var picture = Caller.json(maker.get("/api/v1/images/" + made.get("imageId").asInt()));
    await().until(() -> maker.bytes(picture.get("fileUrl").asString()).statusCode() == 200);
    return picture.get("fileUrl").asString();
  }

  private void look(int port, String picture) {
    var guest = Caller.guest(port);
    while (!over) {
      for (var path : List.of("/api/v1/images", picture, "/")) {
        var _ = answers.to(path, () -> guest.get(path));
        pause(Duration.ofMillis(20));
      }
    }
  }

  private static double aSecond(List<Answer> all, long nanoseconds) {
    return all.size() * 1e9 / nanoseconds;
  }

  private static Duration p99(List<Answer> all) {
    var sorted = all.stream().map(Answer::time).sorted().toList();
    return sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1);
  }

  /// Resident, in kB.
  private static long memory(long pid) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(pid)))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void pause(Duration length) {
    LockSupport.parkNanos(length.toNanos());
  }
}
