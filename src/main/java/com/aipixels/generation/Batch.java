package com.aipixels.generation;

import com.aipixels.generation.Asked.Taken;
import com.aipixels.identity.UserId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Requests that are taken on together, alike but for their seeds.
///
/// @param taken the first at the front, which carries the idempotency key
/// @param hash of what was sent with the key
record Batch(
    List<Taken> taken,
    UserId owner,
    GenerationRequest request,
    @Nullable String key,
    String hash,
    String engine,
    int creditsRemaining,
    Duration deadline) {}
