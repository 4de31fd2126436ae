package com.aipixels.engines;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Spares a host that gives no answer: after a few in a row that did not come, one request every
/// two seconds finds out whether they do again, and nobody else need try.
final class CircuitBreaker {

  private static final int MOST_UNANSWERED = 3;

  /// The JDK's client makes a second attempt of a `GET` by itself, so this is one attempt a second.
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final InstantSource clock;
  private int unanswered;
  private Instant nextProbe = Instant.MIN;

  CircuitBreaker(InstantSource clock) {
    this.clock = clock;
  }

  /// Whether a request may be sent now.
  synchronized boolean admits() {
    if (unanswered < MOST_UNANSWERED) {
      return true;
    }
    Instant now = clock.instant();
    // A pause that is longer than any was begun by a clock that has been set back since.
    boolean pausing =
        now.isBefore(nextProbe) && nextProbe.isBefore(now.plus(PAUSE.multipliedBy(2)));
    if (!pausing) {
      nextProbe = now.plus(PAUSE);
    }
    return !pausing;
  }

  synchronized void answered() {
    unanswered = 0;
  }

  synchronized void unanswered() {
    unanswered++;
    if (unanswered == MOST_UNANSWERED) {
      nextProbe = clock.instant().plus(PAUSE);
    }
  }
}
