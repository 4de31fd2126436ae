package com.aipixels.gallery;

import java.time.Instant;

/// What the metadata of a machine-made picture says of its making; the prompt is never part of it.
///
/// @param model such as `black-forest-labs/flux-schnell`
/// @param madeAt the day and second of the request, so that marking again gives the same bytes
/// @param isTrained whether an AI model made it, and not a program that learned from nothing
public record AiMark(String model, Instant madeAt, boolean isTrained) {

  /// Of an AI model's work.
  public AiMark(String model, Instant madeAt) {
    this(model, madeAt, true);
  }
}
