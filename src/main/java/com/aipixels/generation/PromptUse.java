package com.aipixels.generation;

import java.time.Instant;

/// A prompt of one's own.
///
/// @param usedAt when it was asked for last
/// @param count how often, among one's latest requests
/// @param generationId the last of these
public record PromptUse(String prompt, Instant usedAt, int count, GenerationId generationId) {}
