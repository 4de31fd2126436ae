package com.aipixels.look;

import com.fasterxml.jackson.annotation.JsonValue;

/// Width to height.
public enum AspectRatio implements Term {
  SQUARE("1:1", 1, 1),
  LANDSCAPE_4_3("4:3", 4, 3),
  PORTRAIT_3_4("3:4", 3, 4),
  LANDSCAPE_16_9("16:9", 16, 9),
  PORTRAIT_9_16("9:16", 9, 16);

  private final String value;
  private final int across;
  private final int down;

  AspectRatio(String value, int across, int down) {
    this.value = value;
    this.across = across;
    this.down = down;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }

  /// Pixels across for a long side of so many pixels.
  public int width(int longSide) {
    return across >= down ? longSide : longSide * across / down;
  }

  /// Pixels down for a long side of so many pixels.
  public int height(int longSide) {
    return down >= across ? longSide : longSide * down / across;
  }
}
