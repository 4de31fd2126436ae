package com.aipixels.provenance;

import java.awt.image.BufferedImage;

/// How bright a picture is, summed up from its corner so that the mean of any rectangle costs four
/// readings. Transparent pixels are seen on white.
final class Luminance {

  /// Cells along each side of what is looked at.
  static final int GRID = 64;

  private final int width;
  private final int height;
  private final double[][] sums;

  Luminance(BufferedImage image) {
    this.width = image.getWidth();
    this.height = image.getHeight();
    this.sums = new double[height + 1][width + 1];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      double line = 0;
      for (int x = 0; x < width; x++) {
        line += brightness(row[x]);
        sums[y + 1][x + 1] = sums[y][x + 1] + line;
      }
    }
  }

  /// The means, 0 to 255, of the cells that what lies within these cuts is divided into.
  double[][] cells(Cut across, Cut down) {
    double[][] cells = new double[GRID][GRID];
    double left = across.from() * width;
    double top = down.from() * height;
    double cellWidth = (across.to() - across.from()) * width / GRID;
    double cellHeight = (down.to() - down.from()) * height / GRID;
    for (int y = 0; y < GRID; y++) {
      for (int x = 0; x < GRID; x++) {
        cells[y][x] =
            sum(left + x * cellWidth, top + y * cellHeight, cellWidth, cellHeight)
                / (cellWidth * cellHeight);
      }
    }
    return cells;
  }

  private double sum(double x, double y, double across, double down) {
    return upTo(x + across, y + down) - upTo(x, y + down) - upTo(x + across, y) + upTo(x, y);
  }

  /// The sum above and left of a point that may lie within a pixel.
  private double upTo(double x, double y) {
    int column = Math.clamp((int) x, 0, width - 1);
    int row = Math.clamp((int) y, 0, height - 1);
    double right = Math.clamp(x - column, 0, 1);
    double below = Math.clamp(y - row, 0, 1);
    double above = sums[row][column] * (1 - right) + sums[row][column + 1] * right;
    double under = sums[row + 1][column] * (1 - right) + sums[row + 1][column + 1] * right;
    return above * (1 - below) + under * below;
  }

  private static double brightness(int argb) {
    double alpha = (argb >>> 24) / 255.0;
    double light = 0.299 * (argb >> 16 & 0xFF) + 0.587 * (argb >> 8 & 0xFF) + 0.114 * (argb & 0xFF);
    return light * alpha + 255 * (1 - alpha);
  }
}
