package com.aipixels.painter;

import java.awt.geom.Path2D;

/// Mountains, hills, dunes and snow: ridges, one before the other, each with its own relief.
final class Land {

  private final Stage stage;
  private final Canvas canvas;
  private final Chance chance;

  Land(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.chance = stage.chance().stream("land");
  }

  /// A chain of mountains down to the horizon.
  void mountains(int ranges, double tall) {
    Chance own = chance.stream("mountains");
    Noise shapes = own.noise();
    for (int range = 0; range < ranges; range++) {
      double near = ranges == 1 ? 0.5 : range / (ranges - 1.0);
      double amp = tall * stage.horizon() * (1 - 0.45 * near) * own.between(0.9, 1.1);
      double wide = own.between(1.1, 1.5) + near * 0.7;
      double peak = own.between(0.2, 0.8);
      double[] ridge = new double[canvas.width];
      for (int x = 0; x < canvas.width; x++) {
        double u = x / canvas.unit * wide;
        double off = (x / (double) canvas.width - peak) * 2;
        double envelope = 0.62 + 0.38 / (1 + 3 * off * off);
        double crest = shapes.ridged(u, range * 7.7, stage.cel() ? 4 : 6) * 1.15;
        ridge[x] = stage.horizon() + 1 - amp * envelope * crest;
      }
      lay(ridge, Cover.ROCK, 0.93 - 0.38 * near, 0.88 - 0.4 * near, range);
    }
  }

  /// One great cone with fire in it.
  void volcano() {
    double[] ridge = new double[canvas.width];
    Noise rough = chance.stream("volcano").noise();
    double amp = stage.horizon() * 0.62;
    for (int x = 0; x < canvas.width; x++) {
      double off = Math.abs(x - canvas.width * 0.5) / canvas.unit;
      double slope = Math.min(0.88, 1.04 / (1 + 7 * off * off + 0.6 * off));
      ridge[x] = stage.horizon() + 1 - amp * (slope + 0.05 * rough.fbm(x / canvas.unit * 6, 1, 4));
    }
    lay(ridge, Cover.ROCK, 0.8, 0.7, 3);
  }

  /// Rolling ground from the horizon to the viewer's feet.
  void ground(Cover cover) {
    Chance own = chance.stream("ground");
    Noise shapes = own.noise();
    int ridges = cover == Cover.FOREST ? 2 : 4;
    for (int number = 0; number < ridges; number++) {
      double near = number / (double) ridges;
      double foot = stage.horizon() + (canvas.height - stage.horizon()) * near * near * 0.95;
      double amp = canvas.unit * (number == 0 ? 0.035 : 0.05 + 0.06 * near);
      double wide = 1.6 - near;
      double[] ridge = new double[canvas.width];
      for (int x = 0; x < canvas.width; x++) {
        double u = x / canvas.unit * wide;
        double swell =
            cover == Cover.SAND
                ? shapes.ridged(u * 0.9 + number * 5, number * 3.3, 2) * 1.3 - 0.5
                : shapes.fbm(u + number * 5, number * 3.3, 2);
        ridge[x] = foot - amp * swell;
      }
      lay(
          ridge,
          cover,
          stage.depthAt(foot),
          stage.depthAt(foot + canvas.height * 0.25),
          10 + number);
    }
  }

  private void lay(double[] ridge, Cover cover, double far, double close, int number) {
    Canvas.breathe();
    Noise noise = chance.stream("relief" + number).noise();
    Surface surface = new Surface(stage, cover, noise);
    int id = canvas.nextShape();
    double bottom = cover == Cover.ROCK ? stage.horizon() + 2 : canvas.height;
    int step = (int) Math.max(1, canvas.unit * 0.05);
    double[] rgb = new double[3];
    Rgb air = stage.light().air();
    for (int x = 0; x < canvas.width; x++) {
      double top = ridge[x];
      int left = Math.max(0, x - step);
      int right = Math.min(canvas.width - 1, x + step);
      double steep = (ridge[right] - ridge[left]) / Math.max(1, right - left);
      for (int y = (int) Math.max(0, top - 0.5); y < Math.min(bottom, canvas.height); y++) {
        double part = Math.clamp((y - top) / Math.max(1, bottom - top), 0, 1);
        double depth = far + (close - far) * part;
        surface.at(x, y, y - top, steep, rgb);
        double mist = cover == Cover.ROCK ? part * part * 0.35 * stage.light().haze() : 0;
        double veil = Math.min(1, (stage.light().veil(depth) + mist) * stage.touch().air());
        int i = y * canvas.width + x;
        canvas.blend(
            i,
            rgb[0] + (air.r() - rgb[0]) * veil,
            rgb[1] + (air.g() - rgb[1]) * veil,
            rgb[2] + (air.b() - rgb[2]) * veil,
            Math.clamp(y - top + 0.5, 0, 1));
        canvas.depth[i] = (float) depth;
        canvas.shape[i] = id;
      }
    }
    if (stage.touch().line() > 0) {
      Path2D line = new Path2D.Double();
      line.moveTo(-9, ridge[0]);
      for (int x = 0; x < canvas.width; x += 3) {
        line.lineTo(x, ridge[x]);
      }
      line.lineTo(canvas.width + 9.0, ridge[canvas.width - 1]);
      stage.brush().outline(line, Material.flat(surface.ink()), far);
    }
  }
}
