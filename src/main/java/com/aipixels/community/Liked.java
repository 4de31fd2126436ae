package com.aipixels.community;

/// Whether the viewer likes a thing now, and how many do; members kept apart from the viewer are
/// not counted.
public record Liked(boolean isLiked, int likeCount) {}
