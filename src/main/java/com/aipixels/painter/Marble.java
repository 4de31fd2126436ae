package com.aipixels.painter;

import java.util.List;

/// A ground of colours that flow into each other.
final class Marble {

  private final Stage stage;
  private final Canvas canvas;
  private final Chance chance;
  private final List<Lab> colors;

  Marble(Stage stage, Chance chance, List<Lab> colors) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.chance = chance;
    this.colors = colors;
  }

  void paint() {
    Canvas.breathe();
    Noise noise = chance.noise();
    Rgb low = colors.get(0).rgb();
    Rgb mid = colors.get(1).rgb();
    Rgb high = colors.get(3).rgb();
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        double u = x / canvas.unit * 1.3;
        double v = y / canvas.unit * 1.3;
        double wx = noise.fbm(u, v, 3);
        double wy = noise.fbm(u + 5.2, v + 1.3, 3);
        double t = 0.5 + 0.7 * noise.fbm(u + 1.6 * wx, v + 1.6 * wy, 4);
        double s = Math.clamp(0.5 + wy * 0.9, 0, 1);
        if (stage.cel()) {
          t = Math.floor(t * 6) / 6;
          s = Math.floor(s * 4) / 4;
        }
        t = Math.clamp(t, 0, 1);
        int i = y * canvas.width + x;
        canvas.put(i, low.r(), low.g(), low.b());
        canvas.blend(i, mid.r(), mid.g(), mid.b(), t * 0.85);
        canvas.blend(i, high.r(), high.g(), high.b(), s * t * 0.8);
        canvas.depth[i] = 0.9f;
      }
    }
  }
}
