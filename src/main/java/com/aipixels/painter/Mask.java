package com.aipixels.painter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// How much of each pixel a shape covers, within a box that may reach over the canvas's edge.
record Mask(int x, int y, int width, int height, float[] cover) {

  /// `null`-free: a shape out of sight gives an empty mask.
  static Mask of(Shape shape, Canvas canvas, int margin) {
    int over = (int) (canvas.unit * 0.15);
    Rectangle seen =
        new Rectangle(-over, -over, canvas.width + 2 * over, canvas.height + 2 * over);
    Rectangle box = shape.getBounds();
    box.grow(margin + 2, margin + 2);
    box = box.intersection(seen);
    if (box.isEmpty()
        || !box.intersects(new Rectangle(0, 0, canvas.width, canvas.height))) {
      return new Mask(0, 0, 0, 0, new float[0]);
    }
    BufferedImage image = new BufferedImage(box.width, box.height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(-box.x, -box.y);
    graphics.setColor(Color.WHITE);
    graphics.fill(shape);
    graphics.dispose();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    float[] cover = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      cover[i] = (pixels[i] >>> 24) / 255f;
    }
    return new Mask(box.x, box.y, box.width, box.height, cover);
  }

  float at(double px, double py) {
    int xi = (int) Math.floor(px) - x;
    int yi = (int) Math.floor(py) - y;
    return xi < 0 || yi < 0 || xi >= width || yi >= height ? 0 : cover[yi * width + xi];
  }

  /// With an edge frayed by noise of the given reach and grain, both in pixels.
  Mask frayed(Noise noise, double reach, double grain) {
    float[] out = new float[cover.length];
    for (int j = 0; j < height; j++) {
      for (int i = 0; i < width; i++) {
        double nx = (x + i) / grain;
        double ny = (y + j) / grain;
        double dx = noise.fbm(nx, ny, 3) * reach;
        double dy = noise.fbm(nx + 71.3, ny - 33.1, 3) * reach;
        out[j * width + i] = at(x + i + dx, y + j + dy);
      }
    }
    return new Mask(x, y, width, height, out);
  }

  /// The cover as a soft hill: high inside, falling off within `radius` of the edge.
  float[] hill(int radius) {
    float[] hill = cover.clone();
    Blur.box(hill, width, height, radius);
    Blur.box(hill, width, height, Math.max(1, radius / 2));
    return hill;
  }
}
