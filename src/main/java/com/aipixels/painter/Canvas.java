package com.aipixels.painter;

/// The picture in the making: light per pixel, and for each pixel how far away it is (0 to 1) and
/// which shape it belongs to.
final class Canvas {

  final int width;
  final int height;

  /// Pixels of the shorter side; lengths in a composition are parts of it.
  final double unit;

  final float[] r;
  final float[] g;
  final float[] b;
  final float[] depth;
  final int[] shape;
  private int shapes;
  private int firstOfCast = Integer.MAX_VALUE;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.unit = Math.min(width, height);
    int size = width * height;
    r = new float[size];
    g = new float[size];
    b = new float[size];
    depth = new float[size];
    shape = new int[size];
  }

  /// A number for one more shape.
  int nextShape() {
    return ++shapes;
  }

  /// From here on shapes belong to figures.
  void castEnters() {
    firstOfCast = shapes + 1;
  }

  boolean ofCast(int i) {
    return shape[i] >= firstOfCast;
  }

  void put(int i, double red, double green, double blue) {
    r[i] = (float) red;
    g[i] = (float) green;
    b[i] = (float) blue;
  }

  void blend(int i, double red, double green, double blue, double cover) {
    r[i] += (float) ((red - r[i]) * cover);
    g[i] += (float) ((green - g[i]) * cover);
    b[i] += (float) ((blue - b[i]) * cover);
  }

  void add(int i, Rgb light, double amount) {
    r[i] += (float) (light.r() * amount);
    g[i] += (float) (light.g() * amount);
    b[i] += (float) (light.b() * amount);
  }

  void scale(int i, double factor) {
    r[i] *= (float) factor;
    g[i] *= (float) factor;
    b[i] *= (float) factor;
  }

  double luminance(int i) {
    return 0.2126 * r[i] + 0.7152 * g[i] + 0.0722 * b[i];
  }

  /// The nearest pixel inside.
  int index(double x, double y) {
    int xi = Math.clamp(Math.round(x), 0, width - 1);
    int yi = Math.clamp(Math.round(y), 0, height - 1);
    return yi * width + xi;
  }

  Canvas copy() {
    Canvas copy = new Canvas(width, height);
    System.arraycopy(r, 0, copy.r, 0, r.length);
    System.arraycopy(g, 0, copy.g, 0, g.length);
    System.arraycopy(b, 0, copy.b, 0, b.length);
    System.arraycopy(depth, 0, copy.depth, 0, depth.length);
    copy.firstOfCast = firstOfCast;
    System.arraycopy(shape, 0, copy.shape, 0, shape.length);
    return copy;
  }

  /// Stops a painter whose work is no longer wanted.
  static void breathe() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Interruption();
    }
  }

  /// Painting was interrupted; the thread's interrupt flag is still set.
  static final class Interruption extends RuntimeException {
    Interruption() {
      super("interrupted while painting", null, false, false);
    }
  }
}
