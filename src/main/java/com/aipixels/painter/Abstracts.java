package com.aipixels.painter;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Pictures of nothing but colour and form.
final class Abstracts {

  private final Stage stage;
  private final Canvas canvas;
  private final Chance chance;
  private final List<Lab> colors;

  Abstracts(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.chance = stage.chance().stream("abstract");
    double hue = chance.between(0, 360);
    double step = chance.odds(0.5) ? 32 : 150;
    double dark = stage.scene().hour() == Hour.NIGHT ? -0.2 : 0;
    this.colors =
        List.of(
            Lab.of(0.9 + dark, 0.04, hue + 40),
            Lab.of(0.72 + dark, 0.13, hue),
            Lab.of(0.62 + dark, 0.16, hue + step),
            Lab.of(0.8 + dark, 0.12, hue + step * 1.6),
            Lab.of(0.42 + dark, 0.11, hue + 200),
            Lab.of(0.3 + dark, 0.06, hue + 220));
  }

  void paint() {
    new Marble(stage, chance, colors).paint();
    switch (chance.below(3)) {
      case 0 -> waves();
      case 1 -> arches();
      default -> planets();
    }
  }

  private void waves() {
    int bands = 7;
    Noise noise = chance.noise();
    for (int band = 0; band < bands; band++) {
      double base = canvas.height * (0.18 + 0.8 * band / bands);
      Path2D wave = new Path2D.Double();
      wave.moveTo(-30, canvas.height + 30.0);
      for (int x = -30; x <= canvas.width + 30; x += 3) {
        wave.lineTo(
            x,
            base
                + noise.fbm(x / canvas.unit * 1.5 + band * 0.35, band * 0.4, 2)
                    * canvas.unit
                    * 0.26);
      }
      wave.lineTo(canvas.width + 30.0, canvas.height + 30.0);
      wave.closePath();
      stage.brush().shadow(wave, 0.25);
      Lab color = colors.get(1 + (band + 2) % 5).lighter(0.03 * (3 - band));
      stage.brush().fill(wave, Material.matte(color).round(0.5), 0.7 - 0.09 * band);
    }
  }

  private void arches() {
    for (int i = 0; i < 9; i++) {
      double size = canvas.unit * chance.between(0.12, 0.34);
      double x = chance.between(0.05, 0.95) * canvas.width;
      double y = chance.between(0.1, 1) * canvas.height;
      int rings = 2 + chance.below(3);
      int tint = chance.below(6);
      for (int ring = 0; ring < rings; ring++) {
        double r = size * (1 - ring / (rings + 0.5));
        Area arch = new Area(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        arch.intersect(new Area(new Rectangle2D.Double(x - r, y - r, 2 * r, r)));
        arch.add(new Area(new Rectangle2D.Double(x - r, y - 1, 2 * r, size * 0.6)));
        put(arch, colors.get((tint + ring) % 6), 0.7 - i * 0.06);
      }
    }
  }

  private void planets() {
    for (int i = 0; i < 14; i++) {
      double r = canvas.unit * chance.between(0.03, 0.2);
      double x = chance.between(0.05, 0.95) * canvas.width;
      double y = chance.between(0.05, 0.95) * canvas.height;
      put(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), chance.pick(colors), 0.8 - i * 0.05);
      if (chance.odds(0.4)) {
        double s = r * 0.55;
        put(
            new Ellipse2D.Double(x - s * 0.4, y - s * 0.4, 2 * s, 2 * s),
            chance.pick(colors),
            0.75 - i * 0.05);
      }
      if (chance.odds(0.35)) {
        double angle = chance.between(-0.4, 0.4);
        Path2D bar = new Path2D.Double();
        bar.moveTo(x - r * 2, y - angle * r * 2);
        bar.lineTo(x + r * 2, y + angle * r * 2);
        bar.lineTo(x + r * 2, y + angle * r * 2 + r * 0.12);
        bar.lineTo(x - r * 2, y - angle * r * 2 + r * 0.12);
        bar.closePath();
        put(bar, colors.get(5), 0.7 - i * 0.05);
      }
    }
  }

  private void put(Shape shape, Lab color, double depth) {
    stage.brush().shadow(shape, 0.22);
    stage.brush().fill(shape, Material.matte(color), Math.max(0.05, depth));
  }
}
