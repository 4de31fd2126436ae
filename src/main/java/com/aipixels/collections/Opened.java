package com.aipixels.collections;

import com.aipixels.gallery.ImageCard;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A collection, opened at one page of its pictures.
record Opened(
    @JsonUnwrapped Collection collection, List<ImageCard> items, @Nullable String nextCursor) {}
