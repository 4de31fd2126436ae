package com.aipixels.generation;

import com.aipixels.identity.UserId;
import java.time.Instant;
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
    Instant deadline) {}
