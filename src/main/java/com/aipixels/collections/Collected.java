package com.aipixels.collections;

/// Whether a picture is in a collection now, and how many its owner sees there.
public record Collected(boolean isCollected, int imageCount) {}
