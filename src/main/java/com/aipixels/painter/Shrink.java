package com.aipixels.painter;

/// Brings a picture that was painted larger down to its size, every pixel the mean of the area it
/// covers.
final class Shrink {

  private Shrink() {}

  static Canvas to(int width, int height, Canvas large) {
    Canvas.breathe();
    Canvas small = new Canvas(width, height);
    double across = large.width / (double) width;
    double down = large.height / (double) height;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        average(large, x * across, y * down, across, down, small, y * width + x);
      }
    }
    return small;
  }

  private static void average(
      Canvas large, double left, double top, double across, double down, Canvas small, int to) {
    double red = 0;
    double green = 0;
    double blue = 0;
    for (int y = (int) top; y < Math.min(top + down, large.height); y++) {
      double tall = Math.min(y + 1, top + down) - Math.max(y, top);
      for (int x = (int) left; x < Math.min(left + across, large.width); x++) {
        double share = tall * (Math.min(x + 1, left + across) - Math.max(x, left));
        int from = y * large.width + x;
        red += large.r[from] * share;
        green += large.g[from] * share;
        blue += large.b[from] * share;
      }
    }
    double area = across * down;
    small.put(to, red / area, green / area, blue / area);
  }
}
