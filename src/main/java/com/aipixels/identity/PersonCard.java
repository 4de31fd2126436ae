package com.aipixels.identity;

import org.jspecify.annotations.Nullable;

/// What is shown of a member: never an e-mail address. `displayName` is always there, if need be a
/// neutral one.
public record PersonCard(
    UserId userId, @Nullable String username, String displayName, @Nullable String imageUrl) {}
