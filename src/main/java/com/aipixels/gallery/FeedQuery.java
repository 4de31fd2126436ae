package com.aipixels.gallery;

import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import com.aipixels.look.Term;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/// Which public pictures, in which order; null leaves a filter out.
public record FeedQuery(
    Sort sort,
    @Nullable Category category,
    @Nullable Style style,
    @Nullable ColorTone colorTone,
    @Nullable String tag) {

  /// The orders of the community feed; ties are broken by the newer picture.
  public enum Sort implements Term {
    LATEST("latest"),
    POPULAR("popular");

    private final String value;

    Sort(String value) {
      this.value = value;
    }

    @Override
    @JsonValue
    public String value() {
      return value;
    }
  }

  /// Everything, newest first.
  public static FeedQuery latest() {
    return new FeedQuery(Sort.LATEST, null, null, null, null);
  }
}
