package com.aipixels.gallery;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/// Shrinks a picture: each new pixel is the average of the light that falls on its area, so that
/// fine patterns turn neither darker nor into moiré, and transparent pixels lend no colour.
final class AreaAverage {

  /// Red, green and blue with alpha multiplied in, and alpha.
  private static final int CHANNELS = 4;

  private final BufferedImage shrunk;
  private final Shares columns;
  private final Shares rows;
  private final float[] line;
  private float[] current;
  private float[] next;

  private AreaAverage(BufferedImage image, BufferedImage shrunk) {
    this.shrunk = shrunk;
    this.columns = new Shares(image.getWidth(), shrunk.getWidth());
    this.rows = new Shares(image.getHeight(), shrunk.getHeight());
    // One more than needed: the last column's share in what follows is zero, but it is added.
    this.line = new float[(shrunk.getWidth() + 1) * CHANNELS];
    this.current = new float[line.length];
    this.next = new float[line.length];
  }

  /// Neither side may be longer than the image's own; has alpha where the image has it.
  static BufferedImage shrink(BufferedImage image, int width, int height) {
    boolean alpha = image.getColorModel().hasAlpha();
    int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage shrunk = new BufferedImage(width, height, type);
    new AreaAverage(image, shrunk).run(new SrgbRows(image), image.getHeight());
    return shrunk;
  }

  private void run(SrgbRows source, int height) {
    for (int y = 0; y < height; y++) {
      gatherColumns(source.read(y));
      gatherRow(rows.inFirst(y), rows.inSecond(y));
      boolean complete = y + 1 == height || rows.first(y + 1) > rows.first(y);
      if (complete) {
        write(rows.first(y));
        float[] used = current;
        current = next;
        next = used;
        Arrays.fill(next, 0);
      }
    }
  }

  private void gatherColumns(int[] row) {
    Arrays.fill(line, 0);
    for (int x = 0; x < row.length; x++) {
      int argb = row[x];
      float alpha = (argb >>> 24) / 255f;
      float red = LinearLight.of(argb >> 16 & 0xFF) * alpha;
      float green = LinearLight.of(argb >> 8 & 0xFF) * alpha;
      float blue = LinearLight.of(argb & 0xFF) * alpha;
      int to = columns.first(x) * CHANNELS;
      add(to, columns.inFirst(x), red, green, blue, alpha);
      add(to + CHANNELS, columns.inSecond(x), red, green, blue, alpha);
    }
  }

  private void add(int to, float share, float red, float green, float blue, float alpha) {
    line[to] += share * red;
    line[to + 1] += share * green;
    line[to + 2] += share * blue;
    line[to + 3] += share * alpha;
  }

  private void gatherRow(float inCurrent, float inNext) {
    for (int i = 0; i < line.length; i++) {
      current[i] += inCurrent * line[i];
      next[i] += inNext * line[i];
    }
  }

  private void write(int y) {
    for (int x = 0; x < shrunk.getWidth(); x++) {
      int from = x * CHANNELS;
      float alpha = current[from + 3];
      if (alpha > 0) {
        int argb = Math.round(Math.min(alpha, 1) * 255) << 24;
        argb |= LinearLight.toSrgb(current[from] / alpha) << 16;
        argb |= LinearLight.toSrgb(current[from + 1] / alpha) << 8;
        argb |= LinearLight.toSrgb(current[from + 2] / alpha);
        shrunk.setRGB(x, y, argb);
      }
    }
  }
}
