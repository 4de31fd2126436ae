package com.aipixels.painter;

/// Flattens small variation and keeps edges (after Kuwahara): every pixel takes the mean of the
/// calmest of the four squares it is a corner of.
final class Washes {

  private Washes() {}

  static void flatten(Canvas canvas, int radius) {
    Canvas.breathe();
    int w = canvas.width;
    int h = canvas.height;
    float[] red = canvas.r.clone();
    float[] green = canvas.g.clone();
    float[] blue = canvas.b.clone();
    float[] tone = new float[red.length];
    float[] square = new float[red.length];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) Math.sqrt(Math.max(0, canvas.luminance(i)));
      square[i] = tone[i] * tone[i];
    }
    for (float[] plane : new float[][] {red, green, blue, tone, square}) {
      Blur.box(plane, w, h, radius);
    }
    for (int y = 0; y < h; y++) {
      int up = Math.max(0, y - radius) * w;
      int down = Math.min(h - 1, y + radius) * w;
      for (int x = 0; x < w; x++) {
        int left = Math.max(0, x - radius);
        int right = Math.min(w - 1, x + radius);
        double sum = 0;
        double r = 0;
        double g = 0;
        double b = 0;
        for (int corner = 0; corner < 4; corner++) {
          int at = ((corner & 1) == 0 ? up : down) + ((corner & 2) == 0 ? left : right);
          double unrest = Math.max(0, square[at] - tone[at] * tone[at]);
          double weight = 1 / (1e-7 + unrest * unrest * 400 + unrest * 0.01);
          sum += weight;
          r += weight * red[at];
          g += weight * green[at];
          b += weight * blue[at];
        }
        canvas.put(y * w + x, r / sum, g / sum, b / sum);
      }
    }
  }
}
