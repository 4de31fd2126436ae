package com.aipixels.faults;

import com.aipixels.Caller;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// A member who asks for pictures, changes their mind about every second one, and tries again
/// whenever the service is gone. What was acknowledged stands in the journal.
final class Member {

  private final List<Caller> callers;
  private final Random random;
  private final BooleanSupplier wanted;
  private final Journal journal;
  private final List<String> broken = new CopyOnWriteArrayList<>();

  /// @param callers the member at each of the processes, any of which may be asked
  /// @param wanted says, maybe after a while, whether another generation is wanted
  Member(List<Caller> callers, long seed, BooleanSupplier wanted, Journal journal) {
    this.callers = callers;
    this.random = new Random(seed);
    this.wanted = wanted;
    this.journal = journal;
  }

  /// Answers that nobody should ever get.
  List<String> broken() {
    return broken;
  }

  /// Asks until nothing more is wanted, or until there is no credit and nothing that could give one
  /// back.
  void askAway() {
    var poor = 0;
    while (poor < 600 && wanted.getAsBoolean()) {
      var id = ask();
      if (id.isEmpty()) {
        poor++;
        rest(500);
      } else {
        poor = 0;
        journal.note("generation", id.get());
        rest(random.nextInt(400));
        if (random.nextInt(100) < 55) {
          cancel(id.get());
        }
      }
    }
  }

  /// The same key until there is an answer; empty where there is no credit.
  private Optional<String> ask() {
    var key = "key-" + random.nextLong();
    var body = Map.of("prompt", "노을 지는 바다 위의 작은 배 " + random.nextInt(1000), "imageSize", "small");
    var answer = insist(caller -> caller.post("/api/v1/generations", body, "Idempotency-Key", key));
    return switch (answer.statusCode()) {
      case 202 -> Optional.of(Caller.json(answer).get("id").asString());
      case 402 -> Optional.empty();
      default -> {
        broken.add(answer.statusCode() + " " + answer.body());
        yield Optional.empty();
      }
    };
  }

  private void cancel(String id) {
    var answer = insist(caller -> caller.post("/api/v1/generations/%s/cancel".formatted(id), ""));
    if (answer.statusCode() != 200 && answer.statusCode() != 409) {
      broken.add(answer.statusCode() + " " + answer.body());
    }
  }

  private HttpResponse<String> insist(Function<Caller, HttpResponse<String>> call) {
    while (true) {
      try {
        var answer = call.apply(callers.get(random.nextInt(callers.size())));
        if (answer.statusCode() != 503) {
          return answer;
        }
      } catch (UncheckedIOException _) {
        // killed in the middle of it
      }
      rest(200);
    }
  }

  private static void rest(int milliseconds) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }
}
