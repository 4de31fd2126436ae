package com.aipixels.painter;

/// Thousands of strokes over an underpainting, thick enough to catch the light.
record Oil() implements Hand {

  @Override
  public Touch touch() {
    return new Touch(0.75, 0, 0, 0, 1, 0.3, 1, false, 1.1);
  }

  @Override
  public void finish(Stage stage) {
    Glow.bloom(stage.canvas(), 0.8, 0.06, 0.2);
    Strokes strokes = new Strokes(stage.canvas(), stage.chance().stream("oil"));
    strokes.paint(new Strokes.Pass(0.075, 0.022, 1.6, 0.12, 0.55, 0, false));
    strokes.paint(new Strokes.Pass(0.042, 0.011, 1.8, 0.08, 0.4, 0.12, false));
    strokes.paint(new Strokes.Pass(0.02, 0.0055, 2.4, 0, 0.25, 0.16, false));
    strokes.relief(0.17);
  }
}
