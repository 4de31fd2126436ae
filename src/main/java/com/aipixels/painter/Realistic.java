package com.aipixels.painter;

/// Fine gradients, much surface, soft light, film grain.
record Realistic() implements Hand {

  @Override
  public Touch touch() {
    return new Touch(1, 0, 0, 0, 0.8, 0.5, 1.15, false, 0.86);
  }

  @Override
  public void finish(Stage stage) {
    Glow.bloom(stage.canvas(), 0.75, 0.05, 0.3);
    Glow.vignette(stage.canvas(), 0.4);
    Glow.grain(stage.canvas(), stage.chance().stream("grain").noise(), 0.055);
  }
}
