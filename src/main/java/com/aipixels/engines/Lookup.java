package com.aipixels.engines;

import java.time.Duration;

/// Whether an earlier submission, whose answer was lost, did arrive.
public sealed interface Lookup {

  /// It did; `reference` is what `Accepted` would have carried.
  record Found(String reference) implements Lookup {}

  /// It did not: submitting again starts nothing twice.
  record Missing() implements Lookup {}

  /// The engine could not be asked; nothing is known. Ask again after the wait, and do not submit
  /// before.
  record Unavailable(Duration retryAfter) implements Lookup {}
}
