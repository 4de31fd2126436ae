package com.aipixels.moderation;

import java.time.Instant;

/// That a report was taken, as it is kept to answer the same request again: without what it was
/// about, which may have to be forgotten sooner.
public record Filed(long id, Instant createdAt) {}
