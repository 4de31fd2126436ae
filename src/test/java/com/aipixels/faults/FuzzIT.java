package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Requests that nobody should send, to every operation that the service says it has. The number is
/// set by `-Daipixels.fuzz`, what they are by `-Daipixels.seed`; the profile `faults` sets the long
/// form.
@Tag("long")
class FuzzIT {

  private static final int CASES = Integer.getInteger("aipixels.fuzz", 1500);
  private static final long SEED = Long.getLong("aipixels.seed", 20261127);
  private static final int CLIENTS = CASES > 10_000 ? 4 : 2;

  @Test
  void nothingBreaksIt() throws Exception {
    var folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "faults")).toAbsolutePath(), "fuzzed-");
    var settings =
        Map.of(
            "AIPIXELS_CREDITS_INITIAL", "1000000",
            "AIPIXELS_PUSH_CONTACT", "mailto:fuzz@example.test",
            "AIPIXELS_PUSH_HOSTS", "127.0.0.1:9",
            "AIPIXELS_PUSH_ALLOWHTTP", "true");
    try (var service =
        new ServiceProcess(Files.createDirectories(folder.resolve("data")), settings)) {
      service.awaitReady();
      var operations = operations(service);
      var judge = new FuzzJudge();
      var secret =
          Files.readString(service.data().resolve("local-clerk-webhook-secret.txt")).strip();
      var first = new FuzzClient(service.port(), operations, judge, secret, SEED);
      first.walk();
      var early = new long[1];
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var fuzzing = new ArrayList<Future<?>>();
        for (var number = 0; number < CLIENTS; number++) {
          var client =
              number == 0
                  ? first
                  : new FuzzClient(service.port(), operations, judge, secret, SEED + number);
          fuzzing.add(
              threads.submit(() ->
                  client.fuzz(() -> {
                    if (judge.cases() > CASES / 4 && early[0] == 0) {
                      early[0] = residentKilobytes(service);
                    }
                    return judge.cases() < CASES;
                  })));
        }
        for (var one : fuzzing) {
          one.get();
        }
      }
      var late = residentKilobytes(service);
      var missed = operations.stream().filter(one -> !judge.hasReached(one)).toList();
      System.out.println("fuzz: undocumented\n  " + judge.undocumented());
      System.out.println("fuzz: never succeeded " + missed);
      new Finding(
              "F19 fuzz of %d operations, seed %d".formatted(operations.size(), SEED),
              judge.cases(),
              judge.violations(),
              0,
              List.of(),
              "%s; %d %% of the operations succeeded; RSS %d MB after a quarter, %d MB at the end"
                  .formatted(
                      judge.statuses(),
                      100 * (operations.size() - missed.size()) / operations.size(),
                      early[0] >> 10,
                      late >> 10))
          .tell();
      Files.writeString(folder.resolve("fuzz.txt"), "seed " + SEED + "\n" + judge.report());
      assertThat(judge.violations()).as(judge.report()).isZero();
      assertThat(missed.size()).as("%s", missed).isLessThanOrEqualTo(operations.size() / 20);
      assertThat(service.says200()).isTrue();
    }
  }

  private static List<Operation> operations(ServiceProcess service) {
    return Operation.of(Caller.guest(service.port()).get("/openapi.json").body());
  }

  private static long residentKilobytes(ServiceProcess service) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(service.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException _) {
      return 0;
    }
  }
}
