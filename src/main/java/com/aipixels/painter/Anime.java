package com.aipixels.painter;

/// Clean lines, two flat tones, towering clouds, and light that blooms.
record Anime() implements Hand {

  @Override
  public Touch touch() {
    return new Touch(0.12, 3, 0.0032, 0.55, 0.9, 0.4, 0.9, true, 1.15);
  }

  @Override
  public void finish(Stage stage) {
    Canvas canvas = stage.canvas();
    Glow.bloom(canvas, 0.55, 0.09, 0.42);
    rays(stage);
  }

  /// Light falls in broad shafts from the sun.
  private static void rays(Stage stage) {
    if (stage.scene().overcast() || !stage.scene().place().open()) {
      return;
    }
    Canvas canvas = stage.canvas();
    Light light = stage.light();
    Noise noise = stage.chance().stream("rays").noise();
    Rgb color = stage.mood().sun().rgb();
    double strength = stage.scene().hour() == Hour.NIGHT ? 0.05 : 0.16;
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        double dx = x - light.sunX();
        double dy = y - light.sunY();
        double d = Math.sqrt(dx * dx + dy * dy) + 1;
        double shaft = Math.max(0, noise.at(dx / d * 4, dy / d * 4));
        double fall = 1 / (1 + d / (canvas.unit * 0.5));
        canvas.add(y * canvas.width + x, color, strength * shaft * fall);
      }
    }
  }
}
