package com.aipixels.faults;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Everything that clients were answered, and when. Times are those of [System#nanoTime].
final class Answers {

  /// Pictures are longer.
  private static final int LONGEST_KEPT = 10_000;

  private final Queue<Answer> all = new ConcurrentLinkedQueue<>();

  /// @param status 0 where there was none
  /// @param text of an answer that is no refusal with `Retry-After`
  record Answer(String act, int status, String text, long begun, long ended) {

    boolean isSuccess() {
      return status / 100 == 2;
    }

    boolean isRefusal() {
      return status == 503 && text.isEmpty();
    }

    Duration time() {
      return Duration.ofNanos(ended - begun);
    }
  }

  /// Does it, and remembers how it was answered.
  Answer to(String act, Supplier<? extends HttpResponse<String>> call) {
    var begun = System.nanoTime();
    Answer answer;
    try {
      var response = call.get();
      answer = new Answer(act, response.statusCode(), text(response), begun, System.nanoTime());
    } catch (UncheckedIOException e) {
      answer = new Answer(act, 0, e.toString(), begun, System.nanoTime());
    }
    all.add(answer);
    return answer;
  }

  private static String text(HttpResponse<String> response) {
    var status = response.statusCode();
    if (status / 100 == 2) {
      return response.body().length() < LONGEST_KEPT ? response.body() : "";
    }
    return status == 503 && response.headers().firstValue("Retry-After").isPresent()
        ? ""
        : status + " " + response.body();
  }

  List<Answer> that(Predicate<Answer> are) {
    return all.stream().filter(are).toList();
  }

  /// Refused as they must be, between two times.
  List<Answer> refusals(long from, long to) {
    return that(answer -> answer.isRefusal() && answer.ended() > from && answer.ended() < to);
  }

  /// What nobody should ever be answered: not these, and no refusal without `Retry-After`.
  List<String> broken(Predicate<Answer> allowed) {
    return all.stream()
        .filter(answer -> !answer.isSuccess() && !answer.isRefusal() && !allowed.test(answer))
        .map(answer -> answer.act() + ": " + answer.text())
        .toList();
  }

  /// When the first of these succeeded that was answered after this time; the end of all times
  /// where none has yet.
  long firstSuccess(long after, Predicate<Answer> are) {
    return all.stream()
        .filter(answer -> answer.isSuccess() && answer.ended() > after && are.test(answer))
        .mapToLong(Answer::ended)
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
