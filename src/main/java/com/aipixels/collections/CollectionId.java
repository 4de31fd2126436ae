package com.aipixels.collections;

import com.fasterxml.jackson.annotation.JsonValue;

/// The number of a collection, as in its address.
public record CollectionId(@JsonValue int value) {

  /// From an address; what is no number cannot be a collection.
  ///
  /// @throws NumberFormatException where it is none
  public static CollectionId valueOf(String text) {
    return new CollectionId(Integer.parseInt(text));
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
