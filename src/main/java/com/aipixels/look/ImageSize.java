package com.aipixels.look;

import com.fasterxml.jackson.annotation.JsonValue;

/// How large a picture is wanted: pixels on its long side, or the engine's nearest.
public enum ImageSize implements Term {
  SMALL("small", 512),
  MEDIUM("medium", 768),
  LARGE("large", 1024);

  private final String value;
  private final int longSide;

  ImageSize(String value, int longSide) {
    this.value = value;
    this.longSide = longSide;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }

  public int longSide() {
    return longSide;
  }
}
