package com.aipixels.gallery;

import java.util.ArrayList;
import java.util.List;

/// One channel of a picture as a sum of waves, the slow ones only.
///
/// @param constant what it is on average
/// @param levels of the waves, from 0 to 1, where 0.5 is none; those of a flat channel say nothing
/// @param scale how far they go to either side
record CosineWaves(double constant, List<Double> levels, double scale) {

  /// Waves below the diagonal of so many across and so many down.
  static CosineWaves of(double[] values, int width, int height, int across, int down) {
    List<Double> waves = new ArrayList<>();
    for (int cy = 0; cy < down; cy++) {
      for (int cx = 0; cx * down < across * (down - cy); cx++) {
        waves.add(wave(values, crests(width, cx), crests(height, cy)));
      }
    }
    double constant = waves.removeFirst();
    double scale = waves.stream().mapToDouble(Math::abs).max().orElse(0);
    return new CosineWaves(
        constant,
        scale == 0 ? waves : waves.stream().map(wave -> 0.5 + 0.5 / scale * wave).toList(),
        scale);
  }

  private static double wave(double[] values, double[] across, double[] down) {
    double sum = 0;
    for (int y = 0; y < down.length; y++) {
      for (int x = 0; x < across.length; x++) {
        sum += values[y * across.length + x] * across[x] * down[y];
      }
    }
    return sum / values.length;
  }

  private static double[] crests(int side, int number) {
    double[] crests = new double[side];
    for (int i = 0; i < side; i++) {
      // StrictMath: the same bytes on every machine.
      crests[i] = StrictMath.cos(Math.PI / side * number * (i + 0.5));
    }
    return crests;
  }
}
