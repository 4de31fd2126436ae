package com.aipixels.gallery;

import com.aipixels.look.Term;
import com.fasterxml.jackson.annotation.JsonValue;

/// Why something is held back from everybody but its owner.
public enum HoldCause implements Term {
  /// Moderators have hidden it.
  MODERATION("moderation"),
  /// Somebody asserts a right in it; for a while.
  RIGHTS("rights"),
  /// Its owner is about to leave, and may yet return.
  LEAVING("leaving");

  private final String value;

  HoldCause(String value) {
    this.value = value;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }
}
