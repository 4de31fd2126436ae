package com.aipixels.painter;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// A cliff with water falling over it, down to the horizon.
final class Waterfall {

  private final Stage stage;
  private final Brush brush;
  private final Chance chance;
  private final double x;
  private final double wide;
  private final double top;

  Waterfall(Stage stage, Chance chance) {
    this.stage = stage;
    this.brush = stage.brush();
    this.chance = chance;
    this.x = stage.canvas().width * chance.between(0.4, 0.6);
    this.wide = stage.unit() * 0.055;
    this.top = stage.horizon() * 0.52;
  }

  void paint() {
    cliff();
    rocks();
    water();
    spray();
  }

  private void cliff() {
    Path2D cliff = new Path2D.Double();
    cliff.moveTo(x - wide * 7, stage.horizon() + 2);
    cliff.curveTo(x - wide * 6, top + wide, x - wide * 4, top - wide, x - wide, top);
    cliff.lineTo(x + wide, top);
    cliff.curveTo(
        x + wide * 4, top - wide, x + wide * 6, top + wide, x + wide * 7, stage.horizon() + 2);
    cliff.closePath();
    brush.fill(cliff, Material.matte(Lab.of(0.4, 0.05, 125)).rough(0.03).textured(1), 0.45);
  }

  private void rocks() {
    for (int rock = 0; rock < 26; rock++) {
      double size = wide * chance.between(0.5, 1.5);
      double side = chance.odds(0.5) ? 1 : -1;
      double away = chance.between(1.3, 6.2) * wide;
      double down = chance.between(top + away * 0.25, stage.horizon());
      Lab stone = Lab.of(chance.between(0.36, 0.56), 0.045, chance.between(90, 140));
      brush.fill(
          new Ellipse2D.Double(x + side * away - size, down - size * 0.6, size * 2, size * 1.2),
          Material.matte(stone).rough(0.012).textured(1),
          0.42);
    }
  }

  private void water() {
    Path2D fall = new Path2D.Double();
    fall.moveTo(x - wide, top);
    fall.quadTo(x, top - wide * 0.3, x + wide, top);
    fall.lineTo(x + wide * 1.5, stage.horizon() + 2);
    fall.lineTo(x - wide * 1.5, stage.horizon() + 2);
    fall.closePath();
    brush.fill(fall, Material.flat(Lab.of(0.93, 0.025, 230)).rough(0.005), 0.4);
    for (int strand = 0; strand < 16; strand++) {
      double off = chance.around(0, 1.1) * wide;
      double start = chance.between(top, stage.horizon() - wide);
      Lab pale = Lab.of(strand % 2 == 0 ? 0.99 : 0.8, 0.03, 235);
      brush.fill(
          new Ellipse2D.Double(x + off, start, wide * 0.14, wide * chance.between(2, 6)),
          Material.flat(pale).unlined(),
          0.35,
          0.6);
    }
  }

  private void spray() {
    for (int puff = 0; puff < 9; puff++) {
      double size = wide * chance.between(0.8, 1.7);
      brush.fill(
          new Ellipse2D.Double(
              x + chance.around(0, 3) * wide - size, stage.horizon() - size * 0.7, size * 2, size),
          Material.flat(Lab.of(0.98, 0.01, 230)).unlined().rough(0.02),
          0.4,
          0.35);
    }
  }
}
