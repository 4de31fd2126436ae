package com.aipixels.gallery;

import java.time.Instant;

/// What the metadata of a machine-made picture says of its making; the prompt is never part of it.
///
/// @param model such as `black-forest-labs/flux-schnell`
/// @param madeAt the day and second of the request, so that marking again gives the same bytes
public record AiMark(String model, Instant madeAt) {}
