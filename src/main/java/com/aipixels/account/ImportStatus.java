package com.aipixels.account;

import com.aipixels.look.Term;
import com.fasterxml.jackson.annotation.JsonValue;

/// How far an import is.
public enum ImportStatus implements Term {
  RUNNING("running"),
  DONE("done");

  private final String value;

  ImportStatus(String value) {
    this.value = value;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }
}
