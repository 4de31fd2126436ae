package com.aipixels.engines;

import java.time.Instant;

/// Turns words into one picture. Every call may be repeated after a crash; only `submit` may cost
/// money, so a caller records that it is about to submit, and asks `find` before it submits a
/// second time.
///
/// Implementations are safe for use by many threads; calls block and honour interruption.
public interface ImageEngine {

  /// As it is written in a generation's `engine` and in the settings, such as `replicate`.
  String name();

  EngineCapabilities capabilities();

  /// Asks for the picture once. Never retries by itself where the request may have arrived.
  Submission submit(EngineRequest request);

  /// Whether an earlier submission of this same request, whose answer was lost, did arrive.
  /// `submittedAfter` is a time before that submission, by the caller's clock.
  Lookup find(EngineRequest request, Instant submittedAfter);

  /// How far it is. `request` is the one that was submitted, for engines that can begin again from
  /// it.
  EngineResult poll(String reference, EngineRequest request);

  /// Stops the work where it can be stopped; harmless when it is finished or unknown. False where
  /// the engine could not be told: tell it again.
  boolean cancel(String reference);
}
