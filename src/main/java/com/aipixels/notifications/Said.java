package com.aipixels.notifications;

import org.jspecify.annotations.Nullable;

/// A comment, and how it begins.
public record Said(int id, @Nullable Integer parentCommentId, String excerpt) {}
