package com.aipixels.painter;

/// Bold ink lines, saturated flats, printed dots in the shadows.
record Cartoon() implements Hand {

  @Override
  public Touch touch() {
    return new Touch(0, 2, 0.0085, 0.85, 0.7, 0, 0.55, true, 1.35);
  }

  @Override
  public void finish(Stage stage) {
    Canvas canvas = stage.canvas();
    double cell = Math.max(4, canvas.unit / 110);
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        double u = (x + y) / cell * 0.7071;
        double v = (x - y) / cell * 0.7071;
        double du = u - Math.floor(u) - 0.5;
        double dv = v - Math.floor(v) - 0.5;
        int i = y * canvas.width + x;
        double dark = Math.clamp(0.55 - Math.sqrt(canvas.luminance(i)), 0, 0.4);
        double inside =
            Math.clamp((dark * 0.9 - Math.sqrt(du * du + dv * dv) + 0.08) * cell * 0.7, 0, 1);
        canvas.scale(i, 1 - 0.22 * inside);
      }
    }
  }
}
