package com.aipixels.community;

import com.fasterxml.jackson.annotation.JsonValue;

/// The number of a comment, as in its address.
public record CommentId(@JsonValue int value) {

  /// From an address; what is no number cannot be a comment.
  ///
  /// @throws NumberFormatException where it is none
  public static CommentId valueOf(String text) {
    return new CommentId(Integer.parseInt(text));
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
