package com.aipixels.painter;

import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// What hangs or falls between the eye and the scene, or flashes above it.
final class Weather {

  private final Stage stage;
  private final Canvas canvas;
  private final Chance chance;

  Weather(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.chance = stage.chance().stream("weather");
  }

  /// In the sky, behind everything else.
  void behind() {
    Scene scene = stage.scene();
    if (scene.has(Motif.RAINBOW)) {
      rainbow();
    }
    if (scene.has(Motif.LIGHTNING)) {
      lightning();
    }
    if (scene.has(Motif.FIREWORKS)) {
      for (int i = 0; i < 6; i++) {
        firework();
      }
    }
  }

  /// Before everything else.
  void before() {
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

  private void rainbow() {
    double cx = canvas.width * chance.between(0.35, 0.65);
    double radius = stage.horizon() * 0.9;
    double band = canvas.unit * 0.075;
    for (int y = 0; y < Math.min(stage.horizon(), canvas.height); y++) {
      for (int x = 0; x < canvas.width; x++) {
        double dx = (x - cx) / 1.15;
        double dy = y - stage.horizon() * 1.04;
        double t = (radius - Math.sqrt(dx * dx + dy * dy)) / band;
        if (t > 0 && t < 1) {
          double soft = stage.cel() ? 0.75 : Math.min(1, 4 * t * (1 - t)) * 0.5;
          double hue = stage.cel() ? Math.floor(t * 7) / 7 : t;
          Rgb color = Lab.of(0.78, 0.17, 20 + 285 * hue).rgb();
          canvas.blend(y * canvas.width + x, color.r(), color.g(), color.b(), soft);
        }
      }
    }
  }

  private void lightning() {
    double x = canvas.width * chance.between(0.25, 0.75);
    double y = 0;
    Path2D bolt = new Path2D.Double();
    bolt.moveTo(x, y);
    while (y < stage.horizon()) {
      y += canvas.unit * chance.between(0.03, 0.08);
      x += canvas.unit * chance.around(0, 0.07);
      bolt.lineTo(x, y);
      if (chance.odds(0.35)) {
        bolt.lineTo(x + canvas.unit * chance.around(0, 0.14), y + canvas.unit * 0.09);
        bolt.moveTo(x, y);
      }
    }
    BasicStroke wide =
        new BasicStroke(
            (float) (canvas.unit * 0.02), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    BasicStroke core =
        new BasicStroke(
            (float) (canvas.unit * 0.006), BasicStroke.CAP_ROUND, BasicStroke.JOIN_MITER);
    Lab pale = Lab.of(0.95, 0.05, 280);
    stage.brush().fill(wide.createStrokedShape(bolt), Material.shining(pale, 0.5), 0, 0.25);
    stage.brush().fill(core.createStrokedShape(bolt), Material.shining(pale, 1.6), 0);
  }

  private void firework() {
    double x = canvas.width * chance.between(0.1, 0.9);
    double y = stage.horizon() * chance.between(0.12, 0.6);
    double radius = canvas.unit * chance.between(0.08, 0.2);
    Lab color = Lab.of(0.8, 0.17, chance.between(0, 360));
    Path2D rays = new Path2D.Double();
    int count = 26;
    for (int i = 0; i < count; i++) {
      double angle = i * 2 * Math.PI / count + chance.around(0, 0.05);
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      double reach = radius * chance.between(0.8, 1.05);
      rays.moveTo(x + cos * reach * 0.25, y + sin * reach * 0.25);
      rays.quadTo(
          x + cos * reach * 0.8,
          y + sin * reach * 0.8,
          x + cos * reach,
          y + sin * reach + radius * 0.14);
    }
    BasicStroke stroke =
        new BasicStroke(
            (float) Math.max(1, canvas.unit * 0.004),
            BasicStroke.CAP_ROUND,
            BasicStroke.JOIN_ROUND);
    stage.brush().fill(stroke.createStrokedShape(rays), Material.shining(color, 1.1), 0);
    double core = radius * 0.1;
    stage
        .brush()
        .fill(
            new Ellipse2D.Double(x - core, y - core, core * 2, core * 2),
            Material.shining(color.lighter(0.15), 1.2),
            0);
  }
}
