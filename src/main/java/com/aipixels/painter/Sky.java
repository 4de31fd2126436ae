package com.aipixels.painter;

import java.awt.geom.Ellipse2D;

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
        new Puffs(stage, chance).paint(cover);
      } else {
        new Veils(stage, chance).paint(cover);
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
}
