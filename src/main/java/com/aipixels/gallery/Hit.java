package com.aipixels.gallery;

import java.time.LocalDateTime;
import java.util.Comparator;

/// A picture that was found.
///
/// @param score how much it is about what was looked for, more where it is newer
record Hit(int imageId, LocalDateTime publishedAt, double score) {

  static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::score).thenComparingInt(Hit::imageId).reversed();

  static final Comparator<Hit> NEWEST_FIRST =
      Comparator.comparing(Hit::publishedAt).thenComparingInt(Hit::imageId).reversed();
}
