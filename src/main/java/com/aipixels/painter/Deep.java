package com.aipixels.painter;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// Under the surface of the sea: shafts of light, sand, weeds, corals, bubbles.
final class Deep {

  private final Stage stage;
  private final Canvas canvas;
  private final Chance chance;

  Deep(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.chance = stage.chance().stream("deep");
  }

  void paint() {
    water();
    floor();
    for (int i = 0; i < 9; i++) {
      weed();
    }
    for (int i = 0; i < 7; i++) {
      coral();
    }
    for (int i = 0; i < 36; i++) {
      bubble();
    }
  }

  private void water() {
    Canvas.breathe();
    Noise noise = chance.noise();
    double hue = chance.between(205, 245);
    Lab top = Lab.of(0.86, 0.085, hue - 20);
    Lab middle = Lab.of(0.6, 0.12, hue);
    Lab bottom = Lab.of(0.3, 0.1, hue + 22);
    double slant = chance.between(-0.5, 0.5);
    for (int y = 0; y < canvas.height; y++) {
      double v = y / (double) canvas.height;
      if (stage.cel() && stage.touch().texture() == 0) {
        v = Math.floor(v * 8) / 8;
      }
      Rgb row = (v < 0.4 ? top.mix(middle, v / 0.4) : middle.mix(bottom, (v - 0.4) / 0.6)).rgb();
      for (int x = 0; x < canvas.width; x++) {
        double u = (x - slant * y) / canvas.unit;
        double shaft = Math.max(0, noise.at(u * 3.2, v * 0.4) + noise.at(u * 8, v * 0.5 + 9) * 0.5);
        double caustic = v < 0.25 ? noise.ridged(u * 5, v * 24, 2) * (0.25 - v) * 1.6 : 0;
        double light = 1 + shaft * 0.8 * (1 - v) + caustic;
        canvas.put(y * canvas.width + x, row.r() * light, row.g() * light, row.b() * light);
        canvas.depth[y * canvas.width + x] = 1;
      }
    }
  }

  private void floor() {
    for (int layer = 0; layer < 3; layer++) {
      Noise noise = chance.noise();
      double base = canvas.height * (0.8 + layer * 0.065);
      Path2D sand = new Path2D.Double();
      sand.moveTo(-20, canvas.height + 20.0);
      for (int x = -20; x <= canvas.width + 20; x += 4) {
        sand.lineTo(x, base + noise.fbm(x / canvas.unit * 2.4, layer, 3) * canvas.unit * 0.07);
      }
      sand.lineTo(canvas.width + 20.0, canvas.height + 20.0);
      sand.closePath();
      Lab color = Lab.of(0.5 + 0.1 * layer, 0.06, 190 - 50 * layer);
      stage.brush().fill(sand, Material.flat(color).textured(0.7), 0.7 - 0.25 * layer);
    }
  }

  private void weed() {
    double x = chance.between(0, canvas.width);
    double y = canvas.height * chance.between(0.86, 1);
    double tall = canvas.unit * chance.between(0.12, 0.34);
    double sway = canvas.unit * chance.between(-0.05, 0.05);
    Path2D blade = new Path2D.Double();
    for (int leaf = -1; leaf <= 1; leaf++) {
      double foot = x + leaf * canvas.unit * 0.014;
      blade.moveTo(foot, y);
      blade.curveTo(
          foot + sway,
          y - tall * 0.35,
          foot - sway,
          y - tall * 0.7,
          foot + sway + leaf * canvas.unit * 0.02,
          y - tall * (1 - 0.2 * Math.abs(leaf)));
    }
    BasicStroke stroke =
        new BasicStroke(
            (float) (canvas.unit * 0.014), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    Lab color = Lab.of(chance.between(0.45, 0.65), 0.12, chance.between(135, 165));
    stage.brush().fill(stroke.createStrokedShape(blade), Material.matte(color), 0.4);
  }

  private void coral() {
    double x = chance.between(0, canvas.width);
    double y = canvas.height * chance.between(0.9, 1.02);
    double size = canvas.unit * chance.between(0.05, 0.12);
    Path2D coral = new Path2D.Double();
    for (int arm = -3; arm <= 3; arm++) {
      double tip = x + arm * size * 0.32;
      coral.moveTo(x, y);
      coral.quadTo(
          x + arm * size * 0.3, y - size * 0.4, tip, y - size * (1.25 - 0.1 * Math.abs(arm)));
    }
    BasicStroke stroke =
        new BasicStroke((float) (size * 0.2), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    Lab color = Lab.of(chance.between(0.6, 0.75), 0.16, chance.between(-30, 60));
    stage.brush().fill(stroke.createStrokedShape(coral), Material.matte(color), 0.35);
  }

  private void bubble() {
    double radius = canvas.unit * chance.between(0.003, 0.014);
    double x = chance.between(0, canvas.width);
    double y = chance.between(0, canvas.height * 0.9);
    Brush brush = stage.brush();
    Lab pale = Lab.of(0.95, 0.03, 210);
    brush.fill(
        new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2),
        Material.shining(pale, 0.3),
        0.2,
        0.3);
    double spot = radius * 0.3;
    brush.fill(
        new Ellipse2D.Double(x - radius * 0.6, y - radius * 0.6, spot * 2, spot * 2),
        Material.shining(pale, 1),
        0.2,
        0.8);
  }
}
