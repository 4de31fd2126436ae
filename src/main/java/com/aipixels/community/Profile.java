package com.aipixels.community;

import com.aipixels.identity.PersonCard;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// A member as others see them.
///
/// @param imageCount public pictures
/// @param isFollowing whether the viewer follows them
public record Profile(
    @JsonUnwrapped PersonCard card,
    int imageCount,
    int followerCount,
    int followingCount,
    boolean isFollowing) {}
