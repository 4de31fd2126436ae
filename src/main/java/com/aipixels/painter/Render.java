package com.aipixels.painter;

/// A small world of clay and glass under studio light: round, glossy, shallow focus.
record Render() implements Hand {

  @Override
  public Touch touch() {
    return new Touch(0.08, 0, 0, 0, 1.6, 1.6, 0.85, true, 1.12);
  }

  @Override
  public void finish(Stage stage) {
    Canvas canvas = stage.canvas();
    contact(canvas);
    focus(canvas);
    Glow.bloom(canvas, 0.8, 0.045, 0.28);
    Glow.vignette(canvas, 0.35);
  }

  /// Darkens what lies behind the edge of something nearer.
  private static void contact(Canvas canvas) {
    float[] near = canvas.depth.clone();
    Blur.soft(near, canvas.width, canvas.height, (int) Math.max(2, canvas.unit * 0.014));
    for (int i = 0; i < near.length; i++) {
      if (canvas.depth[i] < 0.97) {
        canvas.scale(i, 1 - Math.clamp((canvas.depth[i] - near[i]) * 1.5, 0, 0.42));
      }
    }
  }

  private static void focus(Canvas canvas) {
    Canvas.breathe();
    for (float[] plane : Glow.planes(canvas)) {
      float[] blurred = plane.clone();
      Blur.soft(blurred, canvas.width, canvas.height, (int) Math.max(1, canvas.unit * 0.004));
      for (int i = 0; i < plane.length; i++) {
        double out = Math.clamp((canvas.depth[i] - 0.55) * 2.2, 0, 0.85);
        plane[i] += (float) ((blurred[i] - plane[i]) * out);
      }
    }
  }
}
