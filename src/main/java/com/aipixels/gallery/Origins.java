package com.aipixels.gallery;

import org.jspecify.annotations.Nullable;

/// Which pictures a file says it descends from: public ones of other members, at the time it is
/// made. Numbers only, since the people behind them may leave and a file is never changed.
///
/// @param root the first of its tree
/// @param parent the one it was made from
public record Origins(@Nullable ImageId root, @Nullable ImageId parent) {

  public static Origins none() {
    return new Origins(null, null);
  }

  boolean any() {
    return root != null || parent != null;
  }
}
