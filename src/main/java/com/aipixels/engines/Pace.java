package com.aipixels.engines;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Keeps this process below the engine's limit of requests a minute, in bursts of at most a
/// second's worth, and lets it rest for as long as the engine asked. Whoever has to wait has a turn
/// of their own, in the order in which they came.
final class Pace {

  private static final Duration BURST = Duration.ofSeconds(1);

  /// Whoever is so late for their turn does not come any more.
  private static final Duration LATE = Duration.ofMinutes(1);

  private final Duration each;
  private final Map<UUID, Instant> turns = new HashMap<>();
  private Instant next = Instant.MIN;
  private Instant rested = Instant.MIN;

  Pace(int perMinute) {
    this.each = Duration.ofMinutes(1).dividedBy(perMinute);
  }

  /// Zero, and this request is counted; or how long it has to wait before it asks here again.
  synchronized Duration take(UUID request, Instant now) {
    turns.values().removeIf(turn -> turn.isBefore(now.minus(LATE)));
    Instant turn = turns.remove(request);
    if (turn == null) {
      turn = later(next, now.minus(BURST));
      next = turn.plus(each);
    }
    Instant due = later(turn, rested);
    if (!due.isAfter(now)) {
      return Duration.ZERO;
    }
    turns.put(request, turn);
    return Duration.between(now, due);
  }

  /// Nobody asks before the wait is over, then first of all the request that was sent away.
  synchronized void rest(UUID request, Instant now, Duration wait) {
    Instant from = later(rested, now);
    rested = later(rested, now.plus(wait));
    Duration by = Duration.between(from, rested).plus(each);
    turns.replaceAll((_, turn) -> turn.isBefore(from) ? turn : turn.plus(by));
    next = later(next, from).plus(by);
    turns.put(request, rested);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
