package com.aipixels.painter;

/// Clouds as thin as smoke, lit from where the sun or moon stands.
final class Veils {

  private final Stage stage;
  private final Canvas canvas;
  private final Mood mood;
  private final Light light;
  private final Chance chance;

  Veils(Stage stage, Chance chance) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.mood = stage.mood();
    this.light = stage.light();
    this.chance = chance;
  }

  void paint(double cover) {
    Canvas.breathe();
    Noise noise = chance.noise();
    boolean low = stage.scene().hour() == Hour.SUNSET || stage.scene().hour() == Hour.DAWN;
    double stretch = low ? chance.between(2.2, 3.4) : chance.between(0.9, 1.5);
    double scale = chance.between(1.5, 2.1) / stage.unit();
    double warp = low ? 0.4 : 0.2;
    double top = Math.max(stage.horizon(), 1);
    double toward = stage.unit() * 0.035;
    Rgb lit = mood.cloud().rgb();
    Rgb dark = mood.shade().rgb();
    double threshold = 0.34 - cover;
    for (int y = 0; y < Math.min(top + 1, canvas.height); y++) {
      double elevation = Math.clamp((top - y) / top, 0, 1);
      double far = 1.5 / (elevation + 0.35);
      double fade = Math.clamp(elevation * 9, 0, 1);
      for (int x = 0; x < canvas.width; x++) {
        int i = y * canvas.width + x;
        double u = (x - canvas.width * 0.5) * scale * (0.6 + 0.4 * far) / stretch * 1.6;
        double v = y * scale * (0.5 + 0.8 * far);
        double wx = noise.fbm(u * 1.7, v * 1.7, 2) * warp;
        double wy = noise.fbm(u * 1.7 + 9.2, v * 1.7 - 4.7, 2) * warp;
        double density = noise.fbm(u + wx, v + wy, 6) - threshold;
        if (density <= 0) {
          continue;
        }
        double dx = light.sunX() - x;
        double dy = light.sunY() - y;
        double length = Math.sqrt(dx * dx + dy * dy) + 1;
        double su = u + dx / length * toward * scale;
        double sv = v + dy / length * toward * scale * 1.6;
        double there = noise.fbm(su + wx, sv + wy, 3) - threshold;
        double shadow =
            Math.clamp(0.25 + there * 1.1 + (there - density) * 1.3 + density * 0.35, 0, 1);
        double alpha = Math.clamp(density * 3.2, 0, 1) * 0.92 * fade;
        double near = 1 / (1 + 6 * (length * length) / (stage.unit() * stage.unit()));
        double bright = 1 + (low ? 0.9 : 0.15) * near * (1 - shadow);
        canvas.blend(
            i,
            (lit.r() + (dark.r() - lit.r()) * shadow) * bright,
            (lit.g() + (dark.g() - lit.g()) * shadow) * bright,
            (lit.b() + (dark.b() - lit.b()) * shadow) * bright,
            alpha);
      }
    }
  }
}
