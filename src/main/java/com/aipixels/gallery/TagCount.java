package com.aipixels.gallery;

/// A tag and how many public pictures that the viewer may see have it.
record TagCount(String tag, int imageCount) {}
