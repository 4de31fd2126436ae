package com.aipixels.provenance;

/// Whether so little of a picture changes from cell to cell that it looks like many others, as
/// skies and gradients do.
final class Plainness {

  /// The unit is that of PDQ: a hundredth of the way from black to white, added up over all cells.
  private static final double STEP = 2.55;

  private static final int LEAST_STEPS = 900;

  private Plainness() {}

  static boolean of(double[][] cells) {
    int changes = 0;
    for (int y = 0; y < cells.length; y++) {
      for (int x = 0; x < cells.length; x++) {
        changes += x == 0 ? 0 : steps(cells[y][x], cells[y][x - 1]);
        changes += y == 0 ? 0 : steps(cells[y][x], cells[y - 1][x]);
      }
    }
    return changes < LEAST_STEPS;
  }

  private static int steps(double cell, double other) {
    return (int) (Math.abs(cell - other) / STEP);
  }
}
