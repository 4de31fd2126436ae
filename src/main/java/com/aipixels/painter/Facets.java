package com.aipixels.painter;

/// Cuts a picture into triangles, small ones where there is much to see.
final class Facets {

  private final Canvas canvas;
  private final Canvas sitter;
  private final Canvas hazy;
  private final Chance chance;
  private final double kept;

  /// @param kept how much of the picture shines through everywhere, 0 to 1
  Facets(Canvas canvas, Chance chance, double kept) {
    this.kept = kept;
    this.canvas = canvas;
    this.sitter = canvas.copy();
    this.chance = chance;
    this.hazy = canvas.copy();
    for (float[] plane : Glow.planes(hazy)) {
      Blur.soft(plane, canvas.width, canvas.height, (int) Math.max(1, canvas.unit * 0.006));
    }
  }

  void cut() {
    float[] busy = new float[canvas.r.length];
    int w = canvas.width;
    for (int y = 1; y < canvas.height; y++) {
      for (int x = 1; x < w; x++) {
        int i = y * w + x;
        double step = Math.abs(root(i) - root(i - 1)) + Math.abs(root(i) - root(i - w));
        busy[i] = (float) Math.min(0.5, step);
      }
    }
    Blur.soft(busy, w, canvas.height, (int) Math.max(2, canvas.unit * 0.012));
    mesh(0.07, busy, 0, 0.10);
    mesh(0.03, busy, 0.012, 0.07);
    mesh(0.0125, busy, 0.035, 0.045);
    for (int i = 0; i < busy.length; i++) {
      double keep = Math.clamp((busy[i] - 0.045) * 24, sitter.ofCast(i) ? 0.85 : kept, 0.93);
      canvas.blend(i, sitter.r[i], sitter.g[i], sitter.b[i], keep);
    }
  }

  private double root(int i) {
    return Math.sqrt(Math.max(0, sitter.luminance(i)));
  }

  private void mesh(double size, float[] busy, double from, double sparkle) {
    Canvas.breathe();
    double cell = Math.max(3, size * canvas.unit);
    int columns = (int) (canvas.width / cell) + 3;
    int rows = (int) (canvas.height / cell) + 3;
    double[] xs = new double[columns * rows];
    double[] ys = new double[columns * rows];
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        xs[j * columns + i] = (i - 0.7 + (j & 1) * 0.5 + chance.around(0, 0.42)) * cell;
        ys[j * columns + i] = (j - 0.7 + chance.around(0, 0.42)) * cell;
      }
    }
    for (int j = 0; j < rows - 1; j++) {
      for (int i = 0; i < columns - 1; i++) {
        int a = j * columns + i;
        int b = a + 1;
        int c = a + columns;
        int d = c + 1;
        boolean lean = (j & 1) == 0;
        triangle(xs, ys, a, b, lean ? c : d, busy, from, sparkle);
        triangle(xs, ys, lean ? b : a, d, c, busy, from, sparkle);
      }
    }
  }

  private void triangle(
      double[] xs, double[] ys, int a, int b, int c, float[] busy, double from, double sparkle) {
    double glint = 1 + chance.around(0, sparkle * 1.6);
    double mx = (xs[a] + xs[b] + xs[c]) / 3;
    double my = (ys[a] + ys[b] + ys[c]) / 3;
    int middle = canvas.index(mx, my);
    if (busy[middle] < from) {
      return;
    }
    int ia = canvas.index(xs[a] * 0.5 + mx * 0.5, ys[a] * 0.5 + my * 0.5);
    int ib = canvas.index(xs[b] * 0.5 + mx * 0.5, ys[b] * 0.5 + my * 0.5);
    int ic = canvas.index(xs[c] * 0.5 + mx * 0.5, ys[c] * 0.5 + my * 0.5);
    double red = mean(hazy.r, middle, ia, ib, ic) * glint;
    double green = mean(hazy.g, middle, ia, ib, ic) * glint;
    double blue = mean(hazy.b, middle, ia, ib, ic) * glint;
    double area = (xs[b] - xs[a]) * (ys[c] - ys[a]) - (xs[c] - xs[a]) * (ys[b] - ys[a]);
    if (Math.abs(area) < 1e-9) {
      return;
    }
    int left = (int) Math.max(0, Math.floor(Math.min(xs[a], Math.min(xs[b], xs[c]))));
    int right =
        (int) Math.min(canvas.width - 1, Math.ceil(Math.max(xs[a], Math.max(xs[b], xs[c]))));
    int top = (int) Math.max(0, Math.floor(Math.min(ys[a], Math.min(ys[b], ys[c]))));
    int bottom =
        (int) Math.min(canvas.height - 1, Math.ceil(Math.max(ys[a], Math.max(ys[b], ys[c]))));
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double wa = ((xs[b] - x) * (ys[c] - y) - (xs[c] - x) * (ys[b] - y)) / area;
        double wb = ((xs[c] - x) * (ys[a] - y) - (xs[a] - x) * (ys[c] - y)) / area;
        double wc = 1 - wa - wb;
        if (wa < 0 || wb < 0 || wc < 0) {
          continue;
        }
        // A facet is brighter towards its first corner, as glass is.
        double sheen = 0.94 + 0.16 * wa;
        canvas.put(y * canvas.width + x, red * sheen, green * sheen, blue * sheen);
      }
    }
  }

  private static double mean(float[] plane, int m, int a, int b, int c) {
    return (plane[m] * 2.0 + plane[a] + plane[b] + plane[c]) / 5;
  }
}
