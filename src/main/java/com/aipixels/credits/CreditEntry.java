package com.aipixels.credits;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One movement of a member's credits; `reason` is one of opening, charge, refund, refill, grant,
/// correction.
public record CreditEntry(
    long id,
    int amount,
    int balanceAfter,
    String reason,
    @Nullable UUID generationId,
    Instant createdAt) {}
