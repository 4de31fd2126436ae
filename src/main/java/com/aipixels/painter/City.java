package com.aipixels.painter;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// A skyline in layers, with windows that light up in the evening.
final class City {

  private final Stage stage;
  private final Canvas canvas;
  private final Chance chance;
  private final boolean lit;

  City(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.chance = stage.chance().stream("city");
    this.lit = stage.scene().hour() == Hour.NIGHT || stage.scene().hour() == Hour.SUNSET;
  }

  void skyline(double tall, int rows) {
    for (int row = 0; row < rows; row++) {
      double near = rows == 1 ? 1 : row / (rows - 1.0);
      double x = -canvas.unit * 0.05;
      while (x < canvas.width) {
        double wide = canvas.unit * chance.between(0.055, 0.11) * (0.8 + 0.7 * near);
        double high =
            tall * stage.horizon() * (0.55 + 0.45 * chance.between(0, 1)) * (1 - 0.25 * near);
        if (chance.odds(0.14)) {
          high *= 1.35;
        }
        block(x, wide, high, 0.95 - 0.35 * near);
        x += wide * chance.between(0.92, 1.25);
      }
      glow(near);
    }
  }

  /// The light of streets behind the next row of houses.
  private void glow(double near) {
    if (!lit) {
      return;
    }
    Rgb warm = Lab.of(0.72, 0.12, stage.scene().hour() == Hour.NIGHT ? 320 : 60).rgb();
    double reach = canvas.unit * 0.22;
    for (int y = 0; y < Math.min(stage.horizon(), canvas.height); y++) {
      double up = (stage.horizon() - y) / reach;
      double amount = 0.3 * (1 - 0.6 * near) / (1 + 2.5 * up * up);
      for (int x = 0; x < canvas.width; x++) {
        canvas.add(y * canvas.width + x, warm, amount);
      }
    }
  }

  private void neon(double x, double top, double wide, double high) {
    Lab color = Lab.of(0.72, 0.22, chance.odds(0.5) ? 345 : 205);
    double w = canvas.unit * 0.013;
    double h = high * chance.between(0.18, 0.4);
    double left = x + wide * chance.between(0.1, 0.8);
    double down = top + high * chance.between(0.2, 0.5);
    stage.brush().fill(new Rectangle2D.Double(left, down, w, h), Material.shining(color, 1.3), 0.4);
  }

  private void block(double x, double wide, double high, double depth) {
    double foot = stage.horizon() + 2;
    double top = foot - high;
    Lab wall =
        Lab.of(chance.between(0.5, 0.76), chance.between(0.015, 0.06), chance.between(20, 280))
            .lighter(stage.scene().hour() == Hour.NIGHT ? 0.02 : lit ? -0.1 : 0);
    Path2D shape = new Path2D.Double(new Rectangle2D.Double(x, top, wide, high));
    if (chance.odds(0.3)) {
      shape.append(
          new Rectangle2D.Double(x + wide * 0.25, top - high * 0.07, wide * 0.5, high * 0.08),
          false);
    }
    if (chance.odds(0.18)) {
      shape.append(
          new Rectangle2D.Double(x + wide * 0.48, top - high * 0.2, wide * 0.04, high * 0.2),
          false);
    }
    stage.brush().fill(shape, Material.flat(wall).textured(0.25), depth);
    double shadeSide = stage.light().x() > 0 ? x : x + wide * 0.68;
    stage.brush().shadow(new Rectangle2D.Double(shadeSide, top, wide * 0.32, high), 0.22);
    windows(x, top, wide, high, depth, chance.noise());
    if (stage.scene().hour() == Hour.NIGHT && depth < 0.8 && chance.odds(0.55)) {
      neon(x, top, wide, high);
    }
  }

  private void windows(double x, double top, double wide, double high, double depth, Noise noise) {
    double cell = canvas.unit * 0.021 * (1.5 - 0.75 * depth);
    int columns = (int) Math.max(2, Math.round(wide / cell) - 1);
    double pitch = wide / (columns + 0.6);
    Rgb warm = Lab.of(0.88, 0.12, 80).rgb();
    Rgb cold = Lab.of(0.85, 0.06, 220).rgb();
    Rgb pane = stage.mood().sky(0.5).rgb();
    double veil = stage.light().veil(depth) * stage.touch().air();
    double share = stage.scene().hour() == Hour.NIGHT ? 0.42 : 0.3;
    for (int y = (int) Math.max(0, top + cell);
        y < Math.min(top + high - cell, canvas.height);
        y++) {
      double v = (y - top - cell) / (cell * 1.25);
      int row = (int) Math.floor(v);
      double inY = v - row;
      for (int px = (int) Math.max(0, x); px < Math.min(x + wide, canvas.width); px++) {
        double u = (px - x) / pitch - 0.3;
        int column = (int) Math.floor(u);
        double inX = u - column;
        if (u < 0 || column >= columns || inX < 0.2 || inX > 0.8 || inY < 0.2 || inY > 0.8) {
          continue;
        }
        double fate = noise.dot(column, row) * 0.7 + noise.dot(row, 77) * 0.3;
        int i = y * canvas.width + px;
        if (lit && fate < share) {
          Rgb glow = noise.dot(column + 99, row) < 0.75 ? warm : cold;
          double power = (0.6 + 0.6 * fate / share) * (1 - 0.6 * veil);
          canvas.blend(i, glow.r() * power, glow.g() * power, glow.b() * power, 0.9);
        } else {
          double cover = (lit ? 0.2 : 0.5) * (1 - veil);
          canvas.blend(
              i, pane.r() * 0.8, pane.g() * 0.8, pane.b() * 0.8, cover * (0.5 + 0.5 * fate));
        }
      }
    }
  }
}
