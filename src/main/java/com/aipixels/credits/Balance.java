package com.aipixels.credits;

import java.time.Instant;

/// What a member may spend, and when the next top-up is due at the latest.
public record Balance(int credits, Instant lastRefillAt, Instant nextRefillAt) {}
