package com.aipixels.generation;

import java.time.Instant;

/// What became of asking for a picture.
public sealed interface Asked {

  /// Taken on and paid, now or by an earlier request with the same idempotency key: both hear the
  /// same.
  record Accepted(GenerationId id, int creditsRemaining, long seed, Instant createdAt)
      implements Asked {}

  /// The key belongs to another request.
  record KeyReused() implements Asked {}

  /// Nothing was taken on.
  record TooFewCredits(int credits) implements Asked {}
}
