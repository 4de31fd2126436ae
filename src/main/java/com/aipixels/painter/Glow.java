package com.aipixels.painter;

/// Light that spills over the whole picture.
final class Glow {

  private Glow() {}

  /// Lets everything brighter than `threshold` shine into its surroundings.
  static void bloom(Canvas canvas, double threshold, double reach, double strength) {
    Canvas.breathe();
    int w = (canvas.width + 1) / 2;
    int h = (canvas.height + 1) / 2;
    int radius = (int) Math.max(1, canvas.unit * reach / 2);
    for (float[] plane : planes(canvas)) {
      float[] half = new float[w * h];
      for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
          int i = y * 2 * canvas.width + x * 2;
          half[y * w + x] =
              (float)
                  (Math.clamp(plane[i] - threshold, 0, 1.5)
                      * Math.clamp((canvas.luminance(i) - threshold * 0.8) * 4, 0, 1));
        }
      }
      Blur.soft(half, w, h, radius);
      for (int y = 0; y < canvas.height; y++) {
        for (int x = 0; x < canvas.width; x++) {
          plane[y * canvas.width + x] += (float) (strength * smooth(half, w, h, x, y));
        }
      }
    }
  }

  /// Darkens towards the corners.
  static void vignette(Canvas canvas, double strength) {
    for (int y = 0; y < canvas.height; y++) {
      double v = (y + 0.5) / canvas.height * 2 - 1;
      for (int x = 0; x < canvas.width; x++) {
        double u = (x + 0.5) / canvas.width * 2 - 1;
        double d = (u * u + v * v) * 0.5;
        canvas.scale(y * canvas.width + x, 1 - strength * d * d);
      }
    }
  }

  static void grain(Canvas canvas, Noise noise, double strength) {
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        double speck = noise.dot(x, y) + noise.dot(x + 7919, y) - 1;
        canvas.scale(y * canvas.width + x, 1 + strength * speck);
      }
    }
  }

  static float[][] planes(Canvas canvas) {
    return new float[][] {canvas.r, canvas.g, canvas.b};
  }

  private static double smooth(float[] half, int w, int h, int x, int y) {
    double fx = Math.max(0, x * 0.5 - 0.25);
    double fy = Math.max(0, y * 0.5 - 0.25);
    int xi = (int) fx;
    int yi = (int) fy;
    int xn = Math.min(xi + 1, w - 1);
    int yn = Math.min(yi + 1, h - 1);
    double dx = fx - xi;
    double dy = fy - yi;
    double top = half[yi * w + xi] * (1 - dx) + half[yi * w + xn] * dx;
    double bottom = half[yn * w + xi] * (1 - dx) + half[yn * w + xn] * dx;
    return top * (1 - dy) + bottom * dy;
  }
}
