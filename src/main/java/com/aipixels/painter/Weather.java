package com.aipixels.painter;

import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// What hangs or falls between the eye and the scene.
final class Weather {

  private final Stage stage;
  private final Canvas canvas;
  private final Chance chance;

  Weather(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.chance = stage.chance().stream("weather");
  }

  void paint() {
    Scene scene = stage.scene();
    if (scene.has(Motif.FOG)) {
      fog();
    }
    if (scene.place() == Scene.Place.ROOM || scene.place() == Scene.Place.TABLE) {
      return;
    }
    if (scene.has(Motif.RAIN)) {
      rain();
    }
    if (scene.has(Motif.SNOW)) {
      specks(170, 0.0045, new Lab(0.98, 0, 0), 1);
    }
    boolean spring = scene.has(Motif.SPRING) && scene.place().open();
    if (spring || scene.has(Motif.PETAL) || scene.has(Motif.CHERRY)) {
      specks(80, 0.008, Lab.of(0.88, 0.08, 0), 0.5);
    }
    if (scene.has(Motif.AUTUMN) && scene.place().open()) {
      specks(34, 0.009, Lab.of(0.66, 0.16, 48), 0.55);
    }
  }

  private void fog() {
    Canvas.breathe();
    Noise noise = chance.noise();
    Rgb air = stage.mood().sky(0.12).rgb();
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        int i = y * canvas.width + x;
        double drift = noise.fbm(x / canvas.unit * 1.6, y / canvas.unit * 5, 4);
        double off = (y - stage.horizon()) / canvas.unit * 3;
        double bank = 0.85 / (1 + off * off);
        double cover =
            Math.clamp(
                (bank + 0.15) * (0.62 + drift * 0.75) * (0.12 + 1.1 * canvas.depth[i]), 0, 0.85);
        canvas.blend(i, air.r(), air.g(), air.b(), cover);
      }
    }
  }

  private void rain() {
    int drops = (int) (320.0 * canvas.width * canvas.height / (canvas.unit * canvas.unit));
    double slant = chance.between(-0.25, 0.25);
    Path2D all = new Path2D.Double();
    for (int i = 0; i < drops; i++) {
      double x = chance.between(-0.1, 1.1) * canvas.width;
      double y = chance.between(-0.1, 1) * canvas.height;
      double length = canvas.unit * chance.between(0.02, 0.065);
      all.moveTo(x, y);
      all.lineTo(x + slant * length, y + length);
    }
    BasicStroke stroke = new BasicStroke((float) Math.max(0.8, canvas.unit * 0.0018));
    stage
        .brush()
        .fill(
            stroke.createStrokedShape(all),
            Material.shining(Lab.of(0.88, 0.02, 240), 0.35),
            0,
            0.42);
  }

  private void specks(int count, double size, Lab color, double flat) {
    int many = (int) (count * (double) canvas.width * canvas.height / (canvas.unit * canvas.unit));
    for (int i = 0; i < many; i++) {
      double near = chance.between(0.4, 1);
      near *= near;
      double radius = canvas.unit * size * (0.4 + 1.5 * near);
      AffineTransform place = new AffineTransform();
      place.translate(chance.between(0, canvas.width), chance.between(0, canvas.height));
      place.rotate(chance.between(0, 3));
      place.scale(radius, radius * flat);
      Lab tint = color.lighter(chance.around(0, 0.05));
      stage
          .brush()
          .fill(
              place.createTransformedShape(new Ellipse2D.Double(-1, -1, 2, 2)),
              Material.flat(tint).unlined(),
              0.1,
              0.55 + 0.4 * near);
    }
  }
}
