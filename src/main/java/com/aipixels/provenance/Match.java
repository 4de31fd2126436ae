package com.aipixels.provenance;

import com.aipixels.look.Term;
import com.fasterxml.jackson.annotation.JsonValue;

/// How surely a file was made here.
public enum Match implements Term {
  /// It is a file that was given out here, to the byte.
  EXACT("exact"),
  /// It looks like a picture that was made here.
  SIMILAR("similar"),
  /// Nothing that its viewer may see was made here and is like it.
  NONE("none");

  private final String value;

  Match(String value) {
    this.value = value;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }
}
