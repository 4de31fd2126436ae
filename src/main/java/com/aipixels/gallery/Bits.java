package com.aipixels.gallery;

import java.util.Arrays;
import java.util.BitSet;

/// Small numbers written one behind the other, each from its lowest bit.
final class Bits {

  private static final int LEVEL = 4;

  private final BitSet bits = new BitSet();
  private int length;

  /// Rounded; must fit.
  void add(double number, int count) {
    long rounded = Math.round(number);
    for (int i = 0; i < count; i++) {
      bits.set(length++, (rounded >> i & 1) == 1);
    }
  }

  Bits with(CosineWaves waves) {
    waves.levels().forEach(level -> add(15 * level, LEVEL));
    return this;
  }

  byte[] bytes() {
    return Arrays.copyOf(bits.toByteArray(), (length + 7) / 8);
  }
}
