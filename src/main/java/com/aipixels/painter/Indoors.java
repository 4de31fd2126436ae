package com.aipixels.painter;

import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Rooms, tables and studio backdrops.
final class Indoors {

  private final Stage stage;
  private final Canvas canvas;
  private final Brush brush;
  private final Chance chance;

  Indoors(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.brush = stage.brush();
    this.chance = stage.chance().stream("indoors");
  }

  /// A wall around a window onto what is already painted, and a wooden floor.
  void room() {
    double w = canvas.width;
    double floor = stage.horizon();
    double wide = Math.min(w * 0.46, canvas.unit * 0.62);
    double left = w * (chance.odds(0.5) ? 0.12 : 0.42);
    double top = floor * 0.14;
    double tall = floor * 0.6;
    Rectangle2D window = new Rectangle2D.Double(left, top, wide, tall);
    Lab paint =
        Lab.of(chance.between(0.78, 0.88), chance.between(0.02, 0.055), chance.between(30, 240));
    Area wall = new Area(new Rectangle2D.Double(-9, -9, w + 18, floor + 9));
    wall.subtract(new Area(window));
    brush.fill(wall, Material.flat(paint).textured(0.12).unlined(), 0.5);
    double t = canvas.unit * 0.016;
    Lab wood = Lab.of(0.93, 0.02, 80);
    Path2D frame = new Path2D.Double();
    frame.append(new Rectangle2D.Double(left - t, top - t, wide + 2 * t, t), false);
    frame.append(new Rectangle2D.Double(left - t, top + tall, wide + 2 * t, t * 1.6), false);
    frame.append(new Rectangle2D.Double(left - t, top, t, tall), false);
    frame.append(new Rectangle2D.Double(left + wide, top, t, tall), false);
    frame.append(new Rectangle2D.Double(left + wide / 2 - t / 3, top, t * 0.7, tall), false);
    frame.append(new Rectangle2D.Double(left, top + tall * 0.4, wide, t * 0.7), false);
    brush.fill(frame, Material.matte(wood), 0.48);
    planks(floor);
    brush.fill(
        new Rectangle2D.Double(-9, floor - t, w + 18, t * 1.5),
        Material.matte(wood.lighter(-0.06)),
        0.45);
    rug();
    if (stage.scene().hour() != Hour.NIGHT) {
      sunPatch(left, wide, floor);
    }
  }

  /// A table top before something soft.
  void table() {
    Lab color =
        Lab.of(chance.between(0.62, 0.82), chance.between(0.04, 0.09), chance.between(0, 360));
    new Backdrop(stage, chance).paint(color);
    planks(stage.horizon());
    Lab cloth = Lab.of(0.93, 0.03, chance.between(20, 260));
    double y = canvas.height * 0.84;
    Ellipse2D mat =
        new Ellipse2D.Double(
            canvas.width * 0.5 - canvas.unit * 0.46,
            y - canvas.unit * 0.12,
            canvas.unit * 0.92,
            canvas.unit * 0.26);
    brush.shadow(mat, 0.25);
    brush.fill(mat, Material.matte(cloth).round(0.2).textured(0.5), 0.3);
  }

  /// A painted backdrop, as photographers hang behind a sitter.
  void studio() {
    Lab color =
        Lab.of(chance.between(0.5, 0.78), chance.between(0.05, 0.11), chance.between(0, 360));
    new Backdrop(stage, chance).paint(color);
  }

  private void planks(double from) {
    Lab wood = Lab.of(chance.between(0.5, 0.66), 0.08, chance.between(52, 72));
    brush.fill(
        new Rectangle2D.Double(-9, from, canvas.width + 18.0, canvas.height - from + 9),
        Material.flat(wood).textured(0.25),
        0.4);
    double vanish = canvas.width * 0.5;
    for (int i = -14; i <= 14; i++) {
      double foot = vanish + i * canvas.unit * 0.19;
      double head = vanish + i * canvas.unit * 0.085;
      double t = canvas.unit * 0.0035;
      Path2D gap = new Path2D.Double();
      gap.moveTo(head - t * 0.4, from);
      gap.lineTo(head + t * 0.4, from);
      gap.lineTo(foot + t, canvas.height);
      gap.lineTo(foot - t, canvas.height);
      gap.closePath();
      brush.fill(gap, Material.flat(wood.lighter(-0.16)).unlined(), 0.4);
    }
  }

  private void rug() {
    double y = canvas.height * 0.88;
    Ellipse2D rug =
        new Ellipse2D.Double(
            canvas.width * 0.5 - canvas.unit * 0.42,
            y - canvas.unit * 0.07,
            canvas.unit * 0.84,
            canvas.unit * 0.15);
    Lab color = Lab.of(0.68, 0.1, chance.between(0, 360));
    brush.fill(rug, Material.flat(color).textured(0.8), 0.3);
    Ellipse2D inner =
        new Ellipse2D.Double(
            canvas.width * 0.5 - canvas.unit * 0.34,
            y - canvas.unit * 0.053,
            canvas.unit * 0.68,
            canvas.unit * 0.115);
    brush.fill(inner, Material.flat(color.lighter(0.14)).textured(0.8), 0.3);
  }

  private void sunPatch(double left, double wide, double floor) {
    double lean = -stage.light().x() * canvas.unit * 0.3;
    Path2D patch = new Path2D.Double();
    patch.moveTo(left + lean * 0.5, floor + canvas.unit * 0.05);
    patch.lineTo(left + wide + lean * 0.5, floor + canvas.unit * 0.05);
    patch.lineTo(left + wide * 1.1 + lean, floor + canvas.unit * 0.2);
    patch.lineTo(left - wide * 0.1 + lean, floor + canvas.unit * 0.2);
    patch.closePath();
    brush.fill(patch, Material.shining(stage.mood().sun(), 0.3), 0, 0.25);
  }
}
