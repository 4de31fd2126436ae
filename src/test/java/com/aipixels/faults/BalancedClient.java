package com.aipixels.faults;

import com.aipixels.Caller;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Somebody who looks around while processes come and go. Asks at least so often, and until nothing
/// is stopped any more; tries nothing twice.
final class BalancedClient {

  private final Balancer balancer;
  private final List<String> paths;
  private final int least;
  private final Random random;
  private final List<String> failures = new ArrayList<>();
  private int answers;

  BalancedClient(Balancer balancer, int picture, int least) {
    this.balancer = balancer;
    this.least = least;
    this.random = new Random(least);
    this.paths =
        List.of(
            "/", "/api/v1/images", "/api/v1/images/" + picture, "/images/" + picture, "/about-ai");
  }

  BalancedClient askAway() {
    while (answers < least || !balancer.isReleased()) {
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
      answers++;
    }
    return this;
  }

  List<String> failures() {
    return failures;
  }

  int answers() {
    return answers;
  }
}
