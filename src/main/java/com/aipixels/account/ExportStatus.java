package com.aipixels.account;

import com.aipixels.look.Term;
import com.fasterxml.jackson.annotation.JsonValue;

/// How far an export is.
public enum ExportStatus implements Term {
  RUNNING("running"),
  READY("ready");

  private final String value;

  ExportStatus(String value) {
    this.value = value;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }
}
