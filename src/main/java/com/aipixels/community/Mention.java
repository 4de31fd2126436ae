package com.aipixels.community;

import com.aipixels.identity.UserId;

/// Somebody who is named in a comment.
///
/// @param username as it stands there, after an `@`
public record Mention(UserId userId, String username) {}
