package com.aipixels.generation;

import java.time.Instant;
import java.util.List;

/// What became of asking for pictures.
public sealed interface Asked {

  /// Taken on and paid, now or by an earlier request with the same idempotency key: both hear the
  /// same.
  ///
  /// @param taken one for each picture asked for, the first at the front
  record Accepted(List<Taken> taken, int creditsRemaining, Instant createdAt) implements Asked {

    public Accepted {
      taken = List.copyOf(taken);
    }

    /// The first, or only, one.
    public Taken first() {
      return taken.getFirst();
    }
  }

  /// The key belongs to another request.
  record KeyReused() implements Asked {}

  /// Nothing was taken on.
  record TooFewCredits(int credits) implements Asked {}

  /// One picture to be.
  record Taken(GenerationId id, long seed) {}
}
