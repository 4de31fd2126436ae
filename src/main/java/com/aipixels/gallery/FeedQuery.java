package com.aipixels.gallery;

import com.aipixels.look.Term;
import com.fasterxml.jackson.annotation.JsonValue;

/// Which public pictures, whose, in which order.
public record FeedQuery(Sort sort, ImageFilter filter, Circle circle) {

  /// The orders of the community feed; ties are broken by the newer picture.
  public enum Sort implements Term {
    LATEST("latest"),
    POPULAR("popular"),
    TRENDING("trending");

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

  /// Whose pictures: everybody's, or those of the members whom the viewer follows.
  public enum Circle implements Term {
    ALL("all"),
    FOLLOWING("following");

    private final String value;

    Circle(String value) {
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
    return new FeedQuery(Sort.LATEST, ImageFilter.none(), Circle.ALL);
  }

  public FeedQuery by(Sort other) {
    return new FeedQuery(other, filter, circle);
  }

  public FeedQuery of(ImageFilter other) {
    return new FeedQuery(sort, other, circle);
  }
}
