package com.aipixels.painter;

/// Translucent washes on rough paper: wet edges, pooled pigment, a white border.
record Watercolor() implements Hand {

  @Override
  public Touch touch() {
    return new Touch(0.5, 0, 0, 0, 0.7, 0, 1.0, false, 1.4);
  }

  @Override
  public void finish(Stage stage) {
    Canvas canvas = stage.canvas();
    Chance chance = stage.chance().stream("paper");
    Noise paper = chance.noise();
    Noise water = chance.noise();
    bleed(canvas, water);
    Canvas drawn = canvas.copy();
    Washes.flatten(canvas, (int) Math.max(2, canvas.unit * 0.0075));
    for (int i = 0; i < canvas.r.length; i++) {
      // Faces would drown: figures keep some of their drawing.
      if (drawn.ofCast(i)) {
        canvas.blend(i, drawn.r[i], drawn.g[i], drawn.b[i], 0.65);
      }
    }
    float[] tone = new float[canvas.r.length];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) Math.sqrt(Math.max(0, canvas.luminance(i)));
    }
    float[] around = tone.clone();
    Blur.soft(around, canvas.width, canvas.height, (int) Math.max(1, canvas.unit * 0.007));
    Canvas.breathe();
    double scale = 1 / canvas.unit;
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        int i = y * canvas.width + x;
        double pool = Math.clamp((around[i] - tone[i]) * 2.6, 0, 0.3);
        double flow = water.fbm(x * scale * 5, y * scale * 5, 4);
        double tooth = paper.fbm(x * 0.31, y * 0.31, 2);
        double pigment = 0.90 + flow * 0.32 + pool + tooth * 0.10;
        double margin = margin(canvas, water, x, y);
        double rim = Math.clamp(1 - Math.abs(margin - 0.012) * 120, 0, 1) * 0.16;
        double wet = Math.clamp(margin * 260, 0, 1) * (pigment + rim);
        double shade = 1 + tooth * 0.035;
        canvas.put(
            i,
            stain(canvas.r[i], 0.965, wet) * shade,
            stain(canvas.g[i], 0.955, wet) * shade,
            stain(canvas.b[i], 0.925, wet) * shade);
      }
    }
  }

  private static double stain(double light, double paper, double pigment) {
    double lifted = 0.06 + 0.94 * Math.min(1, light * 1.08);
    return Math.max(0.01, paper * (1 - (1 - lifted) * pigment));
  }

  /// How far inside the painted area, in parts of the canvas unit.
  private static double margin(Canvas canvas, Noise water, int x, int y) {
    double near = Math.min(Math.min(x, canvas.width - x), Math.min(y, canvas.height - y));
    double u = x / canvas.unit;
    double v = y / canvas.unit;
    return near / canvas.unit - 0.038 + water.fbm(u * 6, v * 6, 4) * 0.03;
  }

  private static void bleed(Canvas canvas, Noise water) {
    Canvas before = canvas.copy();
    double reach = canvas.unit * 0.009;
    double scale = 14 / canvas.unit;
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        double dx = water.fbm(x * scale, y * scale, 3) * reach;
        double dy = water.fbm(x * scale + 50, y * scale, 3) * reach;
        int from = canvas.index(x + dx, y + dy);
        canvas.put(y * canvas.width + x, before.r[from], before.g[from], before.b[from]);
      }
    }
  }
}
