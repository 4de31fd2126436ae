package com.aipixels.gallery;

import com.fasterxml.jackson.annotation.JsonValue;

/// The number of a picture, as in its address.
public record ImageId(@JsonValue int value) {

  /// From an address; what is no number cannot be a picture.
  ///
  /// @throws NumberFormatException where it is none
  public static ImageId valueOf(String text) {
    return new ImageId(Integer.parseInt(text));
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
