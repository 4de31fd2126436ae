package com.aipixels.faults;

import com.aipixels.Caller;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// Somebody who looks around while processes come and go; tries nothing twice.
final class BalancedClient {

  /// Whoever asked without rest would take the processor that a start needs.
  private static final Duration REST = Duration.ofMillis(20);

  private final Balancer balancer;
  private final List<String> paths;
  private final Random random;
  private final List<String> failures = new ArrayList<>();

  BalancedClient(Balancer balancer, int picture, long seed) {
    this.balancer = balancer;
    this.random = new Random(seed);
    this.paths =
        List.of(
            "/", "/api/v1/images", "/api/v1/images/" + picture, "/images/" + picture, "/about-ai");
  }

  BalancedClient askAway() {
    while (!balancer.isReleased()) {
      var path = paths.get(random.nextInt(paths.size()));
      var port = balancer.port(random);
      try {
        var answer = Caller.guest(port).get(path);
        if (answer.statusCode() != 200) {
          failures.add(answer.statusCode() + " " + path);
        }
      } catch (UncheckedIOException e) {
        failures.add(e.getCause() + " " + path);
      }
      balancer.countAnswer();
      LockSupport.parkNanos(REST.toNanos());
    }
    return this;
  }

  List<String> failures() {
    return failures;
  }
}
