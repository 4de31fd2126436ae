package com.aipixels.provenance;

import java.util.stream.IntStream;

/// What a grid of cells is made of: how much of each of the sixteen slowest waves across, times the
/// sixteen slowest down (a discrete cosine transform). What compression and scaling change lies in
/// the faster ones.
final class Waves {

  /// Along each side.
  static final int SLOWEST = 16;

  private static final double[][] SHAPES =
      IntStream.rangeClosed(1, SLOWEST).mapToObj(Waves::shape).toArray(double[][]::new);

  private Waves() {}

  /// Row by row, the slowest first.
  static double[] in(double[][] cells) {
    double[][] across = new double[cells.length][SLOWEST];
    for (int n = 0; n < cells.length * SLOWEST; n++) {
      across[n / SLOWEST][n % SLOWEST] = product(SHAPES[n % SLOWEST], cells[n / SLOWEST]);
    }
    double[] waves = new double[SLOWEST * SLOWEST];
    for (int n = 0; n < waves.length; n++) {
      int column = n % SLOWEST;
      double[] down =
          IntStream.range(0, cells.length).mapToDouble(y -> across[y][column]).toArray();
      waves[n] = product(SHAPES[n / SLOWEST], down);
    }
    return waves;
  }

  private static double product(double[] shape, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += shape[i] * values[i];
    }
    return sum;
  }

  /// StrictMath: the same bits on every machine.
  private static double[] shape(int wave) {
    return IntStream.range(0, Luminance.GRID)
        .mapToDouble(x -> StrictMath.cos(Math.PI / Luminance.GRID * wave * (x + 0.5)))
        .toArray();
  }
}
