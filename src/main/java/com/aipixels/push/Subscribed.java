package com.aipixels.push;

import java.time.Instant;

/// A browser of a member that is told of news.
record Subscribed(long id, Instant createdAt) {}
