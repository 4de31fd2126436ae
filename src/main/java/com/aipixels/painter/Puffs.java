package com.aipixels.painter;

import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/// Clouds as round as cotton, in banks that shrink towards the horizon.
final class Puffs {

  private final Stage stage;
  private final Canvas canvas;
  private final Mood mood;
  private final Light light;
  private final Chance chance;

  Puffs(Stage stage, Chance chance) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.mood = stage.mood();
    this.light = stage.light();
    this.chance = chance;
  }

  void paint(double cover) {
    Light soft = soft();
    double start = chance.between(0, 1);
    int banks = 2 + (int) Math.round(cover * 6);
    for (int bank = 0; bank < banks; bank++) {
      double high = StrictMath.pow((bank + chance.between(0.1, 0.9)) / banks, 0.8);
      double y = stage.horizon() * (0.95 - 0.8 * high);
      double size = stage.unit() * (0.05 + 0.13 * high) * chance.between(0.7, 1.3);
      double x = ((start + bank * 0.618 + chance.around(0, 0.08)) % 1 * 1.1 - 0.05) * canvas.width;
      Area cloud = puff(x, y, size);
      Lab color = mood.cloud().mix(mood.sky(0.2), 0.35 * (1 - high));
      new Brush(canvas, soft, stage.touch(), chance.noise())
          .fill(cloud, new Material(color, 0.8, 0, 0, 0, 0, false), 0.9);
    }
  }

  /// The light inside a cloud: paler than the sun's, and shaded as this hour shades clouds.
  private Light soft() {
    Rgb shade = mood.shade().rgb();
    return new Light(
        light.sunX(),
        light.sunY(),
        light.x(),
        light.y(),
        light.z(),
        new Rgb(0.55, 0.55, 0.55).mix(light.key(), 0.2),
        shade.times(0.62),
        light.air(),
        light.haze());
  }

  private Area puff(double x, double y, double size) {
    Area cloud = new Area();
    int balls = 6 + chance.below(4);
    for (int ball = 0; ball < balls; ball++) {
      double along = (ball + 0.5) / balls * 2 - 1;
      double radius = size * (0.35 + 0.5 * (1 - along * along)) * chance.between(0.8, 1.15);
      double bx = x + along * size * 2;
      double by = y - radius * chance.between(0.3, 0.8);
      cloud.add(new Area(new Ellipse2D.Double(bx - radius, by - radius, 2 * radius, 2 * radius)));
    }
    cloud.add(
        new Area(new Ellipse2D.Double(x - size * 2.2, y - size * 0.35, size * 4.4, size * 0.5)));
    cloud.subtract(
        new Area(new Rectangle2D.Double(x - size * 4, y + size * 0.08, size * 8, size * 2)));
    return cloud;
  }
}
