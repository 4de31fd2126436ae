package com.aipixels.painter;

/// Stars, a milky way and northern lights.
final class NightSky {

  private final Stage stage;
  private final Canvas canvas;
  private final Chance chance;

  NightSky(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.chance = stage.chance().stream("night");
  }

  void paint() {
    Scene scene = stage.scene();
    if (scene.overcast()) {
      return;
    }
    if (scene.has(Motif.GALAXY) || scene.has(Motif.STAR) || scene.place() == Scene.Place.SPACE) {
      milkyWay(scene.has(Motif.GALAXY) || scene.place() == Scene.Place.SPACE ? 1 : 0.55);
    }
    if (scene.has(Motif.AURORA)) {
      aurora();
    }
    stars(scene.has(Motif.STAR) || scene.has(Motif.GALAXY) ? 1.6 : 0.8);
  }

  private void stars(double many) {
    int count = (int) (430 * many * canvas.width * canvas.height / (canvas.unit * canvas.unit));
    double bottom = stage.horizon();
    for (int star = 0; star < count; star++) {
      double x = chance.between(0, canvas.width);
      double y = bottom * (1 - Math.sqrt(1 - chance.between(0, 1)));
      double size = chance.between(0, 1);
      size = canvas.unit * (0.0007 + 0.0026 * size * size * size * size * size);
      Rgb color = Lab.of(0.95, 0.05, chance.odds(0.7) ? 250 : 70).rgb();
      glint(x, y, size, color);
    }
  }

  private void glint(double x, double y, double size, Rgb color) {
    int reach = (int) Math.ceil(size * 5) + 1;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        int px = (int) x + dx;
        int py = (int) y + dy;
        if (px < 0 || py < 0 || px >= canvas.width || py >= canvas.height) {
          continue;
        }
        double ox = px + 0.5 - x;
        double oy = py + 0.5 - y;
        double d = (ox * ox + oy * oy) / (size * size);
        double cross =
            size > canvas.unit * 0.0018 ? 0.6 / (1 + 6 * ox * ox * oy * oy / (size * size)) : 0;
        double amount = (1.1 + cross) / (1 + d * d * 0.7 + d) - 0.03;
        if (amount > 0) {
          canvas.add(py * canvas.width + px, color, amount);
        }
      }
    }
  }

  private void milkyWay(double strength) {
    Canvas.breathe();
    Noise noise = chance.noise();
    double angle = chance.between(0.5, 1.0) * (chance.odds(0.5) ? 1 : -1);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double cx = canvas.width * chance.between(0.35, 0.65);
    double cy = stage.horizon() * 0.45;
    Rgb core = Lab.of(0.8, 0.09, chance.between(320, 400)).rgb();
    Rgb edge = Lab.of(0.6, 0.13, chance.between(255, 300)).rgb();
    double scale = 2.4 / canvas.unit;
    for (int y = 0; y < Math.min(canvas.height, stage.horizon()); y++) {
      for (int x = 0; x < canvas.width; x++) {
        double px = (x - cx) / canvas.unit;
        double py = (y - cy) / canvas.unit;
        double across = (px * sin - py * cos) * 3.2;
        double wide = noise.fbm(x * scale, y * scale, 3) * 0.7;
        double band = 1 / (1 + (across + wide) * (across + wide) * 2.6);
        double cloud =
            Math.clamp(0.55 + noise.fbm(x * scale * 1.7 + 40, y * scale * 1.7, 5), 0, 1.3);
        double dust =
            Math.clamp(
                1.25 - noise.ridged(x * scale * 1.1, y * scale * 1.1 + 9, 4) * band * 1.1, 0, 1);
        double amount = strength * band * band * cloud * dust;
        int i = y * canvas.width + x;
        canvas.add(i, edge, amount * 0.34);
        canvas.add(i, core, amount * amount * 0.55);
      }
    }
  }

  private void aurora() {
    Canvas.breathe();
    Noise noise = chance.noise();
    double hue = chance.between(140, 170);
    for (int curtain = 0; curtain < 3; curtain++) {
      Rgb low = Lab.of(0.8, 0.2, hue + curtain * 8).rgb();
      Rgb high = Lab.of(0.6, 0.17, 295 + curtain * 15).rgb();
      double base = stage.horizon() * chance.between(0.55, 0.85);
      double tall = stage.horizon() * chance.between(0.45, 0.7);
      double phase = chance.between(0, 50);
      double sway = stage.horizon() * 0.22;
      for (int x = 0; x < canvas.width; x++) {
        double u = x / canvas.unit;
        double foot = base + sway * noise.fbm(u * 1.1 + phase, curtain, 3);
        double rays = 0.45 + 0.55 * noise.fbm(u * 14 + phase, curtain * 3.0, 3);
        double bright = Math.clamp(0.35 + noise.fbm(u * 1.6 - phase, 7, 2), 0, 1);
        for (int y = 0; y < Math.min(foot + tall * 0.08, stage.horizon()); y++) {
          double rise = (foot - y) / tall;
          double body = rise < 0 ? 1 + rise / 0.08 : Math.max(0, 1 - rise);
          double amount = body * body * Math.max(0.1, rays) * bright * 1.3;
          if (amount > 0.003) {
            double t = Math.clamp(rise * 1.2, 0, 1);
            canvas.add(y * canvas.width + x, low.mix(high, t), amount);
          }
        }
      }
    }
  }
}
