package com.aipixels.painter;

import java.awt.geom.Path2D;

/// Sand towards the viewer, with foam where the water ends.
final class Beach {

  private final Stage stage;
  private final Canvas canvas;
  private final Brush brush;
  private final Noise noise;

  Beach(Stage stage, Chance chance) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.brush = stage.brush();
    this.noise = chance.noise();
  }

  void paint() {
    double base = stage.horizon() + (canvas.height - stage.horizon()) * 0.62;
    double foam = canvas.unit * 0.014;
    brush.fill(
        shore(base - foam * 1.6),
        Material.flat(Lab.of(0.97, 0.01, 210)).unlined().rough(0.004),
        0.2,
        0.75);
    brush.fill(shore(base), Material.flat(Lab.of(0.68, 0.06, 70)).unlined(), 0.2);
    brush.fill(shore(base + foam * 2), Material.flat(Lab.of(0.86, 0.07, 80)).textured(0.5), 0.2);
  }

  private Path2D shore(double base) {
    Path2D shore = new Path2D.Double();
    shore.moveTo(-30, canvas.height + 30.0);
    for (int x = -30; x <= canvas.width + 30; x += 3) {
      double u = x / canvas.unit;
      shore.lineTo(
          x,
          base
              + canvas.unit
                  * (0.06 * noise.fbm(u * 1.2, 0, 2)
                      + 0.012 * noise.fbm(u * 7, base * 0.01, 2)
                      + 0.08 * (u - 0.5)));
    }
    shore.lineTo(canvas.width + 30.0, canvas.height + 30.0);
    shore.closePath();
    return shore;
  }
}
