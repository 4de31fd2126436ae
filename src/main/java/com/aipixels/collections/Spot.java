package com.aipixels.collections;

import com.aipixels.problems.Problem;
import org.jspecify.annotations.Nullable;

/// Where in a collection a picture goes: right behind one of its pictures, or right in front of
/// one. With neither a new picture goes to the end, and one that is there stays where it is.
public record Spot(@Nullable Integer after, @Nullable Integer before) {

  public Spot {
    if (after != null && before != null) {
      throw Problem.invalid("before", "must be absent where after is given");
    }
  }

  public static Spot anywhere() {
    return new Spot(null, null);
  }

  boolean isAnywhere() {
    return after == null && before == null;
  }
}
