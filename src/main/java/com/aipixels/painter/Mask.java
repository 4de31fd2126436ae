package com.aipixels.painter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// How much of each pixel a shape covers, within a box that may reach over the canvas's edge.
final class Mask {

  private final int x;
  private final int y;
  private final int width;
  private final int height;
  private final float[] cover;

  private Mask(int x, int y, int width, int height, float[] cover) {
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
    this.cover = cover;
  }

  int x() {
    return x;
  }

  int y() {
    return y;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// Row by row, 0 to 1; not a copy.
  float[] cover() {
    return cover;
  }

  /// A shape out of sight gives an empty mask.
  static Mask of(Shape shape, Canvas canvas, int margin) {
    int over = (int) (canvas.unit * 0.15);
    Rectangle seen = new Rectangle(-over, -over, canvas.width + 2 * over, canvas.height + 2 * over);
    Rectangle box = shape.getBounds();
    box.grow(margin + 2, margin + 2);
    box = box.intersection(seen);
    if (box.isEmpty() || !box.intersects(new Rectangle(0, 0, canvas.width, canvas.height))) {
      return new Mask(0, 0, 0, 0, new float[0]);
    }
    BufferedImage image = new BufferedImage(box.width, box.height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
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

  /// The canvas's pixel under the i-th of this mask, or -1 beyond its edge.
  int pixel(int i, Canvas canvas) {
    int px = x + i % width;
    int py = y + i / width;
    return px < 0 || py < 0 || px >= canvas.width || py >= canvas.height
        ? -1
        : py * canvas.width + px;
  }

  /// With an edge frayed by noise of the given reach and grain, both in pixels.
  Mask frayed(Noise noise, double reach, double grain) {
    float[] out = new float[cover.length];
    for (int j = 0; j < height; j++) {
      for (int i = 0; i < width; i++) {
        if (calm(i, j, (int) Math.ceil(reach))) {
          out[j * width + i] = cover[j * width + i];
          continue;
        }
        double nx = (x + i) / grain;
        double ny = (y + j) / grain;
        double dx = noise.fbm(nx, ny, 3) * reach;
        double dy = noise.fbm(nx + 71.3, ny - 33.1, 3) * reach;
        out[j * width + i] = at(x + i + dx, y + j + dy);
      }
    }
    return new Mask(x, y, width, height, out);
  }

  /// Whether everything around is as covered as the point itself.
  private boolean calm(int i, int j, int reach) {
    float here = cover[j * width + i];
    int left = Math.max(0, i - reach);
    int right = Math.min(width - 1, i + reach);
    int up = Math.max(0, j - reach) * width;
    int down = Math.min(height - 1, j + reach) * width;
    return cover[up + left] == here
        && cover[up + right] == here
        && cover[down + left] == here
        && cover[down + right] == here
        && cover[up + i] == here
        && cover[down + i] == here
        && cover[j * width + left] == here
        && cover[j * width + right] == here;
  }

  /// The cover as a soft hill: high inside, falling off within `radius` of the edge.
  float[] hill(int radius) {
    float[] hill = cover.clone();
    Blur.box(hill, width, height, radius);
    Blur.box(hill, width, height, Math.max(1, radius / 2));
    return hill;
  }
}
