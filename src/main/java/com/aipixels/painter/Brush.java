package com.aipixels.painter;

import java.awt.Shape;

/// Puts shapes on the canvas: covers, models, lights and veils them as the hand likes.
final class Brush {

  private final Canvas canvas;
  private final Light light;
  private final Touch touch;
  private final Noise noise;
  private final Pen pen;

  Brush(Canvas canvas, Light light, Touch touch, Noise noise) {
    this.canvas = canvas;
    this.light = light;
    this.touch = touch;
    this.noise = noise;
    this.pen = new Pen(canvas, light, touch);
  }

  Touch touch() {
    return touch;
  }

  void fill(Shape shape, Material material, double depth) {
    fill(shape, material, depth, 1);
  }

  void fill(Shape shape, Material material, double depth, double opacity) {
    Canvas.breathe();
    double reach = material.rough() * canvas.unit;
    Mask mask = Mask.of(shape, canvas, (int) reach);
    if (mask.cover().length == 0) {
      return;
    }
    if (reach > 0.4 && touch.line() == 0) {
      mask = mask.frayed(noise, reach, reach * 2.5 + 1);
    }
    lay(mask, material, depth, opacity);
    if (touch.line() > 0 && material.lined() && opacity > 0.9) {
      pen.line(shape, material, depth);
    }
  }

  /// A soft dark spot, as under things that stand.
  void shadow(Shape shape, double strength) {
    Mask mask = Mask.of(shape, canvas, (int) (canvas.unit * 0.02));
    float[] soft = mask.cover().clone();
    if (touch.line() == 0 && soft.length > 0) {
      Blur.soft(soft, mask.width(), mask.height(), (int) Math.max(1, canvas.unit * 0.006));
    }
    for (int i = 0; i < soft.length; i++) {
      int at = mask.pixel(i, canvas);
      if (at >= 0 && soft[i] > 0) {
        canvas.scale(at, 1 - soft[i] * strength);
      }
    }
  }

  /// An ink line along a path, for hands that draw lines.
  void outline(Shape shape, Material material, double depth) {
    pen.line(shape, material, depth);
  }

  private void lay(Mask mask, Material material, double depth, double opacity) {
    int w = mask.width();
    int h = mask.height();
    double bulge = Math.min(1.4, material.round() * touch.bulge());
    int radius = (int) Math.max(1, Math.min(w, h) * 0.26);
    float[] hill = bulge > 0 ? mask.hill(radius) : mask.cover();
    double steep = bulge * radius * 2.4;
    Rgb base = material.color().vivid(touch.vivid()).rgb();
    double veil = light.veil(depth) * touch.air() * (1 - 0.6 * Math.min(1, material.glow()));
    double grain = 1 / (canvas.unit * 0.012);
    double texture = material.texture() * touch.texture();
    double gloss = material.gloss() * touch.shine();
    int id = canvas.nextShape();
    Rgb key = light.key();
    Rgb ambient = light.ambient();
    Rgb air = light.air();
    for (int j = 0; j < h; j++) {
      int y = mask.y() + j;
      if (y < 0 || y >= canvas.height) {
        continue;
      }
      for (int i = 0; i < w; i++) {
        int x = mask.x() + i;
        float cover = mask.cover()[j * w + i];
        if (cover <= 0 || x < 0 || x >= canvas.width) {
          continue;
        }
        double nx = 0;
        double ny = 0;
        if (bulge > 0) {
          int at = j * w + i;
          nx = (hill[i > 0 ? at - 1 : at] - hill[i < w - 1 ? at + 1 : at]) * steep;
          ny = (hill[j > 0 ? at - w : at] - hill[j < h - 1 ? at + w : at]) * steep;
        }
        double nz = 1 / Math.sqrt(1 + nx * nx + ny * ny);
        double facing = (nx * light.x() + ny * light.y() + light.z()) * nz;
        double t = touch.tone(Math.clamp(facing * 0.8 + 0.2, 0, 1));
        double surface = texture > 0 ? 1 + texture * noise.fbm(x * grain, y * grain, 3) * 0.8 : 1;
        double shine = gloss > 0 ? gloss * light.spark(nx, ny, nz) : 0;
        double glow = material.glow();
        double red = base.r() * surface * (ambient.r() + key.r() * t + glow) + key.r() * shine;
        double green = base.g() * surface * (ambient.g() + key.g() * t + glow) + key.g() * shine;
        double blue = base.b() * surface * (ambient.b() + key.b() * t + glow) + key.b() * shine;
        int at = y * canvas.width + x;
        canvas.blend(
            at,
            red + (air.r() - red) * veil,
            green + (air.g() - green) * veil,
            blue + (air.b() - blue) * veil,
            cover * opacity);
        if (cover * opacity > 0.5) {
          canvas.shape[at] = id;
          canvas.depth[at] = (float) depth;
        }
      }
    }
  }
}
