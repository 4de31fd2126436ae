package com.aipixels.gallery;

import com.aipixels.look.Term;
import com.fasterxml.jackson.annotation.JsonValue;

/// Who may see a picture: its owner, or everyone.
public enum Visibility implements Term {
  PRIVATE("private"),
  PUBLIC("public");

  private final String value;

  Visibility(String value) {
    this.value = value;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }
}
