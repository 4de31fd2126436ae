package com.aipixels.engines;

import java.time.Duration;
import java.time.Instant;

/// Keeps this process below the engine's limit of requests a minute, in bursts of at most a
/// second's worth, and lets it rest for as long as the engine asked.
final class Pace {

  private static final Duration BURST = Duration.ofSeconds(1);

  private final Duration each;
  private Instant next = Instant.MIN;

  Pace(int perMinute) {
    this.each = Duration.ofMinutes(1).dividedBy(perMinute);
  }

  /// Zero, and one request is counted; or how long to wait before asking here again.
  synchronized Duration take(Instant now) {
    if (next.isAfter(now)) {
      return Duration.between(now, next);
    }
    Instant earliest = now.minus(BURST);
    next = (next.isBefore(earliest) ? earliest : next).plus(each);
    return Duration.ZERO;
  }

  synchronized void rest(Instant until) {
    if (until.isAfter(next)) {
      next = until;
    }
  }
}
