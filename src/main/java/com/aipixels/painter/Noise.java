package com.aipixels.painter;

/// Gradient noise over the plane; the same seed gives the same field everywhere.
final class Noise {

  private static final double[] GX = {1, -1, 1, -1, 1.41, -1.41, 0, 0};
  private static final double[] GY = {1, 1, -1, -1, 0, 0, 1.41, -1.41};

  private final int seed;

  Noise(int seed) {
    this.seed = seed;
  }

  /// About −1 to 1.
  double at(double x, double y) {
    double fx = Math.floor(x);
    double fy = Math.floor(y);
    int xi = (int) fx;
    int yi = (int) fy;
    double dx = x - fx;
    double dy = y - fy;
    double u = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
    double v = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
    int h00 = hash(xi, yi) & 7;
    int h10 = hash(xi + 1, yi) & 7;
    int h01 = hash(xi, yi + 1) & 7;
    int h11 = hash(xi + 1, yi + 1) & 7;
    double n00 = GX[h00] * dx + GY[h00] * dy;
    double n10 = GX[h10] * (dx - 1) + GY[h10] * dy;
    double n01 = GX[h01] * dx + GY[h01] * (dy - 1);
    double n11 = GX[h11] * (dx - 1) + GY[h11] * (dy - 1);
    double top = n00 + (n10 - n00) * u;
    double bottom = n01 + (n11 - n01) * u;
    return top + (bottom - top) * v;
  }

  /// Several octaves, about −1 to 1.
  double fbm(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double px = x;
    double py = y;
    for (int octave = 0; octave < octaves; octave++) {
      sum += weight * at(px, py);
      weight *= 0.5;
      double turned = px * 1.6 - py * 1.2 + 17.3;
      py = px * 1.2 + py * 1.6 - 5.1;
      px = turned;
    }
    return sum * 1.3;
  }

  /// Sharp crests, 0 to about 1.
  double ridged(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.55;
    double carry = 1;
    double px = x;
    double py = y;
    for (int octave = 0; octave < octaves; octave++) {
      double crest = 1 - Math.abs(at(px, py));
      crest *= crest * carry;
      sum += weight * crest;
      carry = Math.min(1, crest * 1.6);
      weight *= 0.5;
      double turned = px * 1.6 - py * 1.2 + 31.7;
      py = px * 1.2 + py * 1.6 - 11.9;
      px = turned;
    }
    return sum;
  }

  /// Uniform 0 to 1, unrelated from point to point.
  double dot(int x, int y) {
    return (hash(x, y) >>> 8) / (double) (1 << 24);
  }

  private int hash(int x, int y) {
    int h = seed ^ (x * 0x27D4EB2D) ^ (y * 0x165667B1);
    h = (h ^ (h >>> 15)) * 0x2C1B3C6D;
    h = (h ^ (h >>> 12)) * 0x297A2D39;
    return h ^ (h >>> 15);
  }
}
