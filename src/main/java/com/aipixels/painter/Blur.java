package com.aipixels.painter;

/// Box blurs of one plane, edges repeated.
final class Blur {

  private Blur() {}

  /// Nearly a Gaussian.
  static void soft(float[] plane, int width, int height, int radius) {
    box(plane, width, height, radius);
    box(plane, width, height, radius);
    box(plane, width, height, Math.max(1, radius / 2));
  }

  static void box(float[] plane, int width, int height, int radius) {
    if (radius < 1) {
      return;
    }
    float[] line = new float[Math.max(width, height)];
    for (int y = 0; y < height; y++) {
      run(plane, y * width, 1, width, radius, line);
    }
    for (int x = 0; x < width; x++) {
      run(plane, x, width, height, radius, line);
    }
  }

  private static void run(float[] plane, int start, int step, int count, int radius, float[] line) {
    for (int i = 0; i < count; i++) {
      line[i] = plane[start + i * step];
    }
    double share = 1.0 / (2 * radius + 1);
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += line[Math.clamp(i, 0, count - 1)];
    }
    for (int i = 0; i < count; i++) {
      plane[start + i * step] = (float) (sum * share);
      sum += line[Math.min(count - 1, i + radius + 1)] - line[Math.max(0, i - radius)];
    }
  }
}
