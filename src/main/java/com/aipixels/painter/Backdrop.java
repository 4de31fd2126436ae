package com.aipixels.painter;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;

/// Something soft and out of focus behind whatever is close.
final class Backdrop {

  private final Stage stage;
  private final Canvas canvas;
  private final Chance chance;

  Backdrop(Stage stage, Chance chance) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.chance = chance;
  }

  void paint(Lab color) {
    cloth(color);
    bokeh();
  }

  private void cloth(Lab color) {
    Canvas.breathe();
    Noise noise = chance.noise();
    Rgb middle = color.lighter(0.14).rgb();
    Rgb edge = color.lighter(-0.14).rgb();
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        double u = (x - canvas.width * 0.5) / canvas.unit;
        double v = (y - canvas.height * 0.4) / canvas.unit;
        double mottle = noise.fbm(u * 2.4, v * 2.4, 4) * 0.3;
        double t = Math.clamp((u * u + v * v) * 1.9 + mottle, 0, 1);
        if (stage.cel()) {
          t = Math.floor(t * 5) / 5;
        }
        canvas.put(
            y * canvas.width + x,
            middle.r() + (edge.r() - middle.r()) * t,
            middle.g() + (edge.g() - middle.g()) * t,
            middle.b() + (edge.b() - middle.b()) * t);
        canvas.depth[y * canvas.width + x] = 0.95f;
      }
    }
  }

  private void bokeh() {
    for (int i = 0; i < 16; i++) {
      double radius = canvas.unit * chance.between(0.02, 0.08);
      double x = chance.between(0, canvas.width);
      double y = chance.between(0, canvas.height * 0.62);
      Shape spot = new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2);
      Lab color = Lab.of(0.92, 0.06, chance.between(40, 110));
      stage.brush().fill(spot, Material.shining(color, 0.2), 0, chance.between(0.06, 0.2));
    }
    for (int i = 0; i < canvas.depth.length; i++) {
      canvas.depth[i] = 0.95f;
    }
  }
}
