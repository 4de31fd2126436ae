package com.aipixels.look;

import com.fasterxml.jackson.annotation.JsonValue;

/// The palette of a picture.
public enum ColorTone implements Term {
  VIBRANT("vibrant"),
  PASTEL("pastel"),
  WARM("warm"),
  COOL("cool"),
  MONOCHROME("monochrome"),
  DARK("dark"),
  BRIGHT("bright"),
  NATURAL("natural");

  private final String value;

  ColorTone(String value) {
    this.value = value;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }
}
