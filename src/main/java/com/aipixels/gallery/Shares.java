package com.aipixels.gallery;

/// How each of `from` old pixels in a line spreads over `to` new ones, fewer or as many: over one
/// or two neighbours. What one new pixel gets adds up to 1.
final class Shares {

  private final int[] first;
  private final float[] inFirst;
  private final float whole;

  Shares(int from, int to) {
    this.first = new int[from];
    this.inFirst = new float[from];
    this.whole = (float) to / from;
    for (int i = 0; i < from; i++) {
      // In units in which an old pixel is `to` wide and a new one `from`: no rounding.
      int start = i * to;
      int room = from - start % from;
      first[i] = start / from;
      inFirst[i] = (float) Math.min(room, to) / from;
    }
  }

  /// The first new pixel that the old one lies in.
  int first(int old) {
    return first[old];
  }

  float inFirst(int old) {
    return inFirst[old];
  }

  float inSecond(int old) {
    return whole - inFirst[old];
  }
}
