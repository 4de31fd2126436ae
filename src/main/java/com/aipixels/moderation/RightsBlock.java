package com.aipixels.moderation;

import java.time.Instant;

/// A block on a rights holder's request, while it lasts.
///
/// @param id of the decision
public record RightsBlock(
    long id, int imageId, String claimant, String note, Instant endsAt, Instant createdAt) {}
