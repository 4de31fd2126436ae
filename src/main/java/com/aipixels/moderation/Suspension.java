package com.aipixels.moderation;

import java.time.Instant;

/// That a member may only read for a while.
///
/// @param note why, in the words of the moderator
public record Suspension(Instant endsAt, String note) {}
