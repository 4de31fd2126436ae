package com.aipixels.provenance;

import org.jspecify.annotations.Nullable;

/// Where the files of a picture lie, as its row says.
record Paths(int imageId, String file, @Nullable String thumbnail) {}
