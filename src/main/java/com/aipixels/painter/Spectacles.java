package com.aipixels.painter;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// What shows in the sky for a moment, behind everything else: rainbows, lightning, fireworks.
final class Spectacles {

  private final Stage stage;
  private final Canvas canvas;
  private final Chance chance;

  Spectacles(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.chance = stage.chance().stream("weather");
  }

  void paint() {
    Scene scene = stage.scene();
    if (scene.has(Motif.RAINBOW)) {
      rainbow();
    }
    if (scene.has(Motif.LIGHTNING)) {
      lightning();
    }
    if (scene.has(Motif.FIREWORKS)) {
      for (int i = 0; i < 6; i++) {
        firework();
      }
    }
  }

  private void rainbow() {
    double cx = canvas.width * chance.between(0.35, 0.65);
    double radius = stage.horizon() * 0.9;
    double band = canvas.unit * 0.075;
    for (int y = 0; y < Math.min(stage.horizon(), canvas.height); y++) {
      for (int x = 0; x < canvas.width; x++) {
        double dx = (x - cx) / 1.15;
        double dy = y - stage.horizon() * 1.04;
        double t = (radius - Math.sqrt(dx * dx + dy * dy)) / band;
        if (t > 0 && t < 1) {
          double soft = stage.cel() ? 0.75 : Math.min(1, 4 * t * (1 - t)) * 0.5;
          double hue = stage.cel() ? Math.floor(t * 7) / 7 : t;
          Rgb color = Lab.of(0.78, 0.17, 20 + 285 * hue).rgb();
          canvas.blend(y * canvas.width + x, color.r(), color.g(), color.b(), soft);
        }
      }
    }
  }

  private void lightning() {
    double x = canvas.width * chance.between(0.25, 0.75);
    double y = 0;
    Path2D bolt = new Path2D.Double();
    bolt.moveTo(x, y);
    while (y < stage.horizon()) {
      y += canvas.unit * chance.between(0.03, 0.08);
      x += canvas.unit * chance.around(0, 0.07);
      bolt.lineTo(x, y);
      if (chance.odds(0.35)) {
        bolt.lineTo(x + canvas.unit * chance.around(0, 0.14), y + canvas.unit * 0.09);
        bolt.moveTo(x, y);
      }
    }
    BasicStroke wide =
        new BasicStroke(
            (float) (canvas.unit * 0.02), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    BasicStroke core =
        new BasicStroke(
            (float) (canvas.unit * 0.006), BasicStroke.CAP_ROUND, BasicStroke.JOIN_MITER);
    Lab pale = Lab.of(0.95, 0.05, 280);
    stage.brush().fill(wide.createStrokedShape(bolt), Material.shining(pale, 0.5), 0, 0.25);
    stage.brush().fill(core.createStrokedShape(bolt), Material.shining(pale, 1.6), 0);
  }

  private void firework() {
    double x = canvas.width * chance.between(0.1, 0.9);
    double y = stage.horizon() * chance.between(0.12, 0.6);
    double radius = canvas.unit * chance.between(0.08, 0.2);
    Lab color = Lab.of(0.8, 0.17, chance.between(0, 360));
    Path2D rays = new Path2D.Double();
    int count = 26;
    for (int i = 0; i < count; i++) {
      double angle = i * 2 * Math.PI / count + chance.around(0, 0.05);
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      double reach = radius * chance.between(0.8, 1.05);
      rays.moveTo(x + cos * reach * 0.25, y + sin * reach * 0.25);
      rays.quadTo(
          x + cos * reach * 0.8,
          y + sin * reach * 0.8,
          x + cos * reach,
          y + sin * reach + radius * 0.14);
    }
    BasicStroke stroke =
        new BasicStroke(
            (float) Math.max(1, canvas.unit * 0.004),
            BasicStroke.CAP_ROUND,
            BasicStroke.JOIN_ROUND);
    stage.brush().fill(stroke.createStrokedShape(rays), Material.shining(color, 1.1), 0);
    double core = radius * 0.1;
    stage
        .brush()
        .fill(
            new Ellipse2D.Double(x - core, y - core, core * 2, core * 2),
            Material.shining(color.lighter(0.15), 1.2),
            0);
  }
}
