package com.aipixels.community;

/// Whether the viewer follows a member now, and how many do; members kept apart from the viewer are
/// not counted.
public record Followed(boolean isFollowing, int followerCount) {}
