package com.aipixels.painter;

import java.awt.BasicStroke;
import java.awt.Rectangle;
import java.awt.Shape;

/// Draws ink lines around shapes, thinner the farther or smaller they are.
final class Pen {

  private final Canvas canvas;
  private final Light light;
  private final Touch touch;

  Pen(Canvas canvas, Light light, Touch touch) {
    this.canvas = canvas;
    this.light = light;
    this.touch = touch;
  }

  void line(Shape shape, Material material, double depth) {
    Rectangle box = shape.getBounds();
    double width =
        Math.min(
            touch.line() * canvas.unit * (1.1 - 0.75 * depth),
            0.035 * Math.max(box.width, box.height));
    Shape stroked =
        new BasicStroke((float) Math.max(0.7, width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
            .createStrokedShape(shape);
    Mask mask = Mask.of(stroked, canvas, 0);
    Lab color = material.color();
    Rgb ink =
        new Lab(color.l() * (1 - touch.ink()) * 0.75, color.a() * 0.6, color.b() * 0.6)
            .rgb()
            .mix(light.air(), light.veil(depth) * touch.air() * 0.7);
    int id = canvas.nextShape();
    for (int i = 0; i < mask.cover().length; i++) {
      float cover = mask.cover()[i];
      int at = cover > 0 ? mask.pixel(i, canvas) : -1;
      if (at >= 0) {
        canvas.blend(at, ink.r(), ink.g(), ink.b(), cover);
        if (cover > 0.5) {
          canvas.shape[at] = id;
        }
      }
    }
  }
}
