package com.aipixels.gallery;

import java.time.LocalDateTime;

/// What lists of cards are sorted by, the greatest first.
enum Place {
  PUBLISHED("published_at", "timestamp"),
  CREATED("created_at", "timestamp"),
  LIKES("likes", "integer"),
  SCORE("score", "double precision");

  private final String column;
  private final String type;

  Place(String column, String type) {
    this.column = column;
    this.type = type;
  }

  static Place of(FeedQuery.Sort sort) {
    return switch (sort) {
      case LATEST -> PUBLISHED;
      case POPULAR -> LIKES;
      case TRENDING -> SCORE;
    };
  }

  String column() {
    return column;
  }

  /// The column's type, as the database calls it.
  String type() {
    return type;
  }

  /// A place as the database spelled it, in the column's type.
  Object read(String text) {
    return switch (this) {
      case PUBLISHED, CREATED -> LocalDateTime.parse(text.replace(' ', 'T'));
      case LIKES -> Integer.valueOf(text);
      case SCORE -> Double.valueOf(text);
    };
  }
}
