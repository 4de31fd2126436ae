package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.database.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Two processes behind a balancer are told to stop and started again in turn, as for a new
/// version, while many ask: nobody notices. The length is set by `-Daipixels.requests`; the profile
/// `faults` sets the long one.
class StoppedIT {

  private static final int REQUESTS = Integer.getInteger("aipixels.requests", 500);
  private static final int CLIENTS = REQUESTS > 1000 ? 8 : 2;
  private static final Duration DRAIN = Duration.ofSeconds(1);

  @Test
  void nobodyNoticesThatBothWereStoppedInTurn() throws Exception {
    var folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "faults")).toAbsolutePath(), "stopped-");
    var server = TestServer.embedded();
    var environment =
        Map.of(
            "SPRING_DATASOURCE_URL", server.url(server.create("template1")),
            "SPRING_DATASOURCE_USERNAME", server.username(),
            "SPRING_DATASOURCE_PASSWORD", server.password(),
            "AIPIXELS_WEB_DRAIN", DRAIN.toMillis() + "ms");
    try (var one = new ServiceProcess(data(folder), environment)) {
      one.awaitReady();
      var picture = hang(one);
      try (var other = new ServiceProcess(data(folder), environment);
          var balancer = new Balancer(List.of(one, other));
          var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        other.awaitReady();
        balancer.awaitAll();
        var clients = new ArrayList<Future<BalancedClient>>();
        for (var number = 0; number < CLIENTS; number++) {
          var client = new BalancedClient(balancer, picture, number);
          Callable<BalancedClient> asking = client::askAway;
          clients.add(threads.submit(asking));
        }
        var stops = stopInTurn(balancer);
        var failures = new ArrayList<String>();
        for (var client : clients) {
          failures.addAll(client.get().failures());
        }
        new Finding(
                "F22 SIGTERM in turn under load",
                balancer.answers(),
                failures.size(),
                0,
                stops,
                stops.size() + " stops; the time is from SIGTERM to the end of the process")
            .tell();
        assertThat(failures).isEmpty();
        assertThat(stops).isNotEmpty();
      }
    }
  }

  /// Until enough was asked, and each at least once.
  private static List<Duration> stopInTurn(Balancer balancer) {
    var stops = new ArrayList<Duration>();
    var services = balancer.services();
    for (var turn = 0; turn < services.size() || balancer.answers() < REQUESTS; turn++) {
      var service = services.get(turn % services.size());
      var begun = System.nanoTime();
      service.terminate();
      stops.add(Duration.ofNanos(System.nanoTime() - begun));
      service.restart();
      service.awaitReady();
      balancer.awaitAll();
    }
    balancer.release();
    return stops;
  }

  private static int hang(ServiceProcess service) {
    var member = Caller.signedIn(service.port(), "maker");
    var ended =
        member.ended(
            member.ask(Map.of("prompt", "바다", "imageSize", "small", "visibility", "public")));
    return ended.get("imageId").asInt();
  }

  /// Both have the same files and the same members.
  private static Path data(Path folder) throws IOException {
    return Files.createDirectories(folder.resolve("data"));
  }
}
