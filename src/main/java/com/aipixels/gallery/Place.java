package com.aipixels.gallery;

import java.time.LocalDateTime;

/// What lists of cards are sorted by, the greatest first.
enum Place {
  PUBLISHED("published_at"),
  CREATED("created_at"),
  LIKES("likes"),
  SCORE("score");

  private final String column;

  Place(String column) {
    this.column = column;
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

  /// A place as the database spelled it, in the column's type.
  Object read(String text) {
    return switch (this) {
      case PUBLISHED, CREATED -> LocalDateTime.parse(text.replace(' ', 'T'));
      case LIKES -> Integer.valueOf(text);
      case SCORE -> Double.valueOf(text);
    };
  }
}
