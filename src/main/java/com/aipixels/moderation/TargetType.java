package com.aipixels.moderation;

import com.aipixels.look.Term;
import com.fasterxml.jackson.annotation.JsonValue;

/// What can be reported.
public enum TargetType implements Term {
  IMAGE("image"),
  COMMENT("comment"),
  USER("user");

  private final String value;

  TargetType(String value) {
    this.value = value;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }
}
