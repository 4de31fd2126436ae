package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final CircuitBreaker breaker = new CircuitBreaker(() -> now);

  @Test
  void admitsEverybodyUntilThreeInARowAreNotAnswered() {
    breaker.unanswered();
    breaker.unanswered();
    breaker.answered();
    breaker.unanswered();
    breaker.unanswered();
    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.admits()).isTrue();

    breaker.unanswered();

    assertThat(breaker.admits()).isFalse();
  }

  @Test
  void admitsOneEveryTwoSecondsWhileNothingIsAnswered() {
    open();

    var admitted =
        IntStream.range(0, 600)
            .filter(_ -> {
              now = now.plusMillis(100);
              var admits = breaker.admits();
              if (admits) {
                breaker.unanswered();
              }
              return admits;
            })
            .count();

    assertThat(admitted).isEqualTo(30);
  }

  @Test
  void admitsEverybodyAfterOneAnswer() {
    open();
    now = now.plusSeconds(2);
    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.admits()).isFalse();

    breaker.answered();

    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.admits()).isTrue();
  }

  @Test
  void aClockSetBackDoesNotLockItForLong() {
    open();

    now = now.minus(Duration.ofMinutes(10));

    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.admits()).isFalse();
  }

  private void open() {
    IntStream.range(0, 3).forEach(_ -> breaker.unanswered());
  }
}
