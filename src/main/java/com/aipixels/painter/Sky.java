package com.aipixels.painter;

import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/// Sky, sun or moon, and clouds.
final class Sky {

  private final Stage stage;
  private final Canvas canvas;
  private final Mood mood;
  private final Light light;

  Sky(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.mood = stage.mood();
    this.light = stage.light();
  }

  void paint() {
    air();
    if (stage.scene().hour() == Hour.NIGHT) {
      new NightSky(stage).paint();
    }
    disc();
    Scene scene = stage.scene();
    boolean cloudy = scene.has(Motif.CLOUD) || scene.overcast();
    Chance chance = stage.chance().stream("clouds");
    if (cloudy || scene.hour() != Hour.NIGHT || chance.odds(0.4)) {
      double cover = cloudy ? chance.between(0.55, 0.7) : chance.between(0.25, 0.45);
      if (stage.touch().puffs()) {
        puffs(chance, cover);
      } else {
        veils(chance, cover);
      }
    }
  }

  private void air() {
    double top = Math.max(stage.horizon(), 1);
    boolean banded = stage.touch().tones() > 0 && stage.touch().texture() == 0;
    double reach = stage.unit() * (stage.scene().hour() == Hour.DAY ? 0.5 : 0.34);
    Rgb sun = mood.sun().rgb();
    double strength =
        switch (stage.scene().hour()) {
          case DAY -> 0.35;
          case SUNSET, DAWN -> 0.6;
          case NIGHT -> 0.12;
        };
    if (stage.scene().overcast()) {
      strength *= 0.4;
    }
    for (int y = 0; y < canvas.height; y++) {
      double elevation = Math.clamp((top - y) / top, 0, 1);
      if (banded) {
        elevation = Math.floor(elevation * 9) / 9;
      }
      Rgb row = mood.sky(StrictMath.pow(elevation, 0.85)).rgb();
      for (int x = 0; x < canvas.width; x++) {
        int i = y * canvas.width + x;
        double dx = (x - light.sunX()) / reach;
        double dy = (y - light.sunY()) / reach * 1.25;
        double near = 1 / (1 + 2.2 * (dx * dx + dy * dy));
        if (banded) {
          near = Math.floor(near * 6) / 6;
        }
        double glow = strength * near * near;
        canvas.put(
            i,
            row.r() + (sun.r() - row.r()) * glow,
            row.g() + (sun.g() - row.g()) * glow,
            row.b() + (sun.b() - row.b()) * glow);
        canvas.depth[i] = 1;
      }
    }
  }

  private void disc() {
    Scene scene = stage.scene();
    if (scene.overcast() && !scene.has(Motif.SUN) && !scene.has(Motif.MOON)) {
      return;
    }
    boolean night = scene.hour() == Hour.NIGHT;
    double radius = stage.unit() * (night ? 0.055 : scene.hour() == Hour.DAY ? 0.04 : 0.06);
    if (scene.has(Motif.SUN) || scene.has(Motif.MOON)) {
      radius *= 1.45;
    }
    double x = light.sunX();
    double y = light.sunY();
    Ellipse2D disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    Material shining =
        new Material(
            mood.sun(), night ? 0.35 : 0, 0, night ? 0.5 : 0, 0, night ? 0.75 : 1.1, false);
    stage.brush().fill(disc, shining, 0);
    for (int i = 0; i < canvas.depth.length; i++) {
      canvas.depth[i] = 1;
    }
  }

  private void veils(Chance chance, double cover) {
    Canvas.breathe();
    Noise noise = chance.noise();
    boolean low = stage.scene().hour() == Hour.SUNSET || stage.scene().hour() == Hour.DAWN;
    double stretch = low ? chance.between(2.2, 3.4) : chance.between(0.9, 1.5);
    double scale = chance.between(1.5, 2.1) / stage.unit();
    double warp = low ? 0.4 : 0.2;
    double top = Math.max(stage.horizon(), 1);
    double toward = stage.unit() * 0.035;
    Rgb lit = mood.cloud().rgb();
    Rgb dark = mood.shade().rgb();
    double threshold = 0.34 - cover;
    for (int y = 0; y < Math.min(top + 1, canvas.height); y++) {
      double elevation = Math.clamp((top - y) / top, 0, 1);
      double far = 1.5 / (elevation + 0.35);
      double fade = Math.clamp(elevation * 9, 0, 1);
      for (int x = 0; x < canvas.width; x++) {
        int i = y * canvas.width + x;
        double u = (x - canvas.width * 0.5) * scale * (0.6 + 0.4 * far) / stretch * 1.6;
        double v = y * scale * (0.5 + 0.8 * far);
        double wx = noise.fbm(u * 1.7, v * 1.7, 2) * warp;
        double wy = noise.fbm(u * 1.7 + 9.2, v * 1.7 - 4.7, 2) * warp;
        double density = noise.fbm(u + wx, v + wy, 6) - threshold;
        if (density <= 0) {
          continue;
        }
        double dx = light.sunX() - x;
        double dy = light.sunY() - y;
        double length = Math.sqrt(dx * dx + dy * dy) + 1;
        double su = u + dx / length * toward * scale;
        double sv = v + dy / length * toward * scale * 1.6;
        double there = noise.fbm(su + wx, sv + wy, 3) - threshold;
        double shadow =
            Math.clamp(0.25 + there * 1.1 + (there - density) * 1.3 + density * 0.35, 0, 1);
        double alpha = Math.clamp(density * 3.2, 0, 1) * 0.92 * fade;
        double near = 1 / (1 + 6 * (length * length) / (stage.unit() * stage.unit()));
        double bright = 1 + (low ? 0.9 : 0.15) * near * (1 - shadow);
        canvas.blend(
            i,
            (lit.r() + (dark.r() - lit.r()) * shadow) * bright,
            (lit.g() + (dark.g() - lit.g()) * shadow) * bright,
            (lit.b() + (dark.b() - lit.b()) * shadow) * bright,
            alpha);
      }
    }
  }

  private void puffs(Chance chance, double cover) {
    double start = chance.between(0, 1);
    int banks = 2 + (int) Math.round(cover * 6);
    for (int bank = 0; bank < banks; bank++) {
      double high = StrictMath.pow((bank + chance.between(0.1, 0.9)) / banks, 0.8);
      double y = stage.horizon() * (0.95 - 0.8 * high);
      double size = stage.unit() * (0.05 + 0.13 * high) * chance.between(0.7, 1.3);
      double x = ((start + bank * 0.618 + chance.around(0, 0.08)) % 1 * 1.1 - 0.05) * canvas.width;
      Area cloud = puff(chance, x, y, size);
      Lab color = mood.cloud().mix(mood.sky(0.2), 0.35 * (1 - high));
      Rgb shade = mood.shade().rgb();
      Light soft =
          new Light(
              light.sunX(),
              light.sunY(),
              light.x(),
              light.y(),
              light.z(),
              new Rgb(0.55, 0.55, 0.55).mix(light.key(), 0.2),
              shade.times(0.62),
              light.air(),
              light.haze());
      new Brush(canvas, soft, stage.touch(), chance.noise())
          .fill(cloud, new Material(color, 0.8, 0, 0, 0, 0, false), 0.9);
    }
  }

  private static Area puff(Chance chance, double x, double y, double size) {
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
