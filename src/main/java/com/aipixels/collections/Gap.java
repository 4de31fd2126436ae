package com.aipixels.collections;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The places next to one another that a picture goes between; null where there is none.
record Gap(@Nullable Long above, @Nullable Long below) {

  /// Between two pictures side by side; 32 others fit between them one after the other.
  static final long STEP = 1L << 32;

  /// Empty where no number is left between the two.
  Optional<Long> middle() {
    if (above == null) {
      return Optional.of(below == null ? 0 : below - STEP);
    }
    if (below == null) {
      return Optional.of(above + STEP);
    }
    return below - above > 1 ? Optional.of(above + (below - above) / 2) : Optional.empty();
  }
}
