package com.aipixels.moderation;

import com.aipixels.look.Term;
import com.fasterxml.jackson.annotation.JsonValue;

/// Where a case stands.
public enum CaseState implements Term {
  /// It waits for a decision.
  OPEN("open"),
  /// It was decided; a report by somebody new opens it again.
  CLOSED("closed"),
  /// Its picture was given right on appeal, and stays.
  SETTLED("settled");

  private final String value;

  CaseState(String value) {
    this.value = value;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }
}
