package com.aipixels.gallery;

import com.fasterxml.jackson.annotation.JsonValue;

/// The number of a picture, as in its address.
public record ImageId(@JsonValue int value) {

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
