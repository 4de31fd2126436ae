package com.aipixels.gallery;

import com.aipixels.look.Term;
import com.fasterxml.jackson.annotation.JsonValue;

/// How a picture came from the one it was made from.
public enum Descent implements Term {
  /// The same request by the same member, with another seed.
  AGAIN("again"),
  /// A changed request by the same member.
  VARY("vary"),
  /// Another member's picture, whatever was changed.
  REMIX("remix");

  private final String value;

  Descent(String value) {
    this.value = value;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }
}
