package com.aipixels.painter;

/// Facets of light, neon edges and glow; `soft` leaves the facets out.
record Digital(boolean soft) implements Hand {

  @Override
  public Touch touch() {
    return new Touch(soft ? 0.4 : 0.15, 0, 0, 0, 1.1, 0.8, 1.05, false, soft ? 1.08 : 1.3);
  }

  @Override
  public void finish(Stage stage) {
    Canvas canvas = stage.canvas();
    if (!soft) {
      double kept = stage.scene().place() == Scene.Place.CITY ? 0.7 : 0;
      new Facets(canvas, stage.chance().stream("facets"), kept).cut();
    }
    Glow.bloom(canvas, soft ? 0.6 : 0.42, 0.07, soft ? 0.3 : 0.55);
    Glow.vignette(canvas, 0.45);
  }
}
