package com.aipixels.generation;

import com.aipixels.engines.EngineRequest;
import com.aipixels.identity.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A generation that one worker holds for now. Every write of that worker names the attempt, so
/// that a worker which was thought dead and is not changes nothing any more.
///
/// @param submittedAt when the engine was first about to be asked, null while it surely was not
record Claim(
    GenerationId id,
    UserId owner,
    int worker,
    int attempt,
    GenerationRequest request,
    String engine,
    @Nullable String translatedPrompt,
    @Nullable Instant submittedAt,
    @Nullable String engineReference,
    Instant createdAt,
    Instant deadline) {

  /// What the engine is, or was, asked for.
  EngineRequest engineRequest(String translated) {
    return new EngineRequest(
        id.value(),
        request.prompt(),
        translated,
        request.negativePrompt(),
        request.category(),
        request.imageSize(),
        request.aspectRatio(),
        request.style(),
        request.colorTone(),
        Objects.requireNonNull(request.seed()),
        deadline);
  }
}
