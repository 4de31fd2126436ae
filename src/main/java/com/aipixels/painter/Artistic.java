package com.aipixels.painter;

/// A palette knife: broad, restless, more colour than there was.
record Artistic() implements Hand {

  @Override
  public Touch touch() {
    return new Touch(0.4, 0, 0, 0, 1.1, 0.2, 0.9, false, 1.35);
  }

  @Override
  public void finish(Stage stage) {
    Strokes strokes = new Strokes(stage.canvas(), stage.chance().stream("knife"));
    strokes.paint(new Strokes.Pass(0.16, 0.05, 2.2, 0.7, 1.5, 0, false));
    strokes.paint(new Strokes.Pass(0.09, 0.024, 1.8, 0.55, 1.5, 0.15, true));
    strokes.paint(new Strokes.Pass(0.045, 0.012, 2.2, 0.2, 0.9, 0.3, true));
    strokes.relief(0.3);
  }
}
