package com.aipixels.painter;

/// A colour in OKLab, where equal steps look equally far apart. Lightness 0 to 1.
record Lab(double l, double a, double b) {

  /// By lightness, chroma (0 to about 0.3) and hue in degrees: 30 red, 70 orange, 110 yellow, 145
  /// green, 200 cyan, 250 blue, 300 violet, 350 pink.
  static Lab of(double lightness, double chroma, double hue) {
    double angle = StrictMath.toRadians(hue);
    return new Lab(lightness, chroma * StrictMath.cos(angle), chroma * StrictMath.sin(angle));
  }

  Lab mix(Lab other, double t) {
    return new Lab(l + (other.l - l) * t, a + (other.a - a) * t, b + (other.b - b) * t);
  }

  Lab lighter(double by) {
    return new Lab(Math.clamp(l + by, 0.02, 0.99), a, b);
  }

  Lab vivid(double factor) {
    return new Lab(l, a * factor, b * factor);
  }

  /// Linear sRGB, possibly a little outside 0 to 1.
  Rgb rgb() {
    double x = l + 0.3963377774 * a + 0.2158037573 * b;
    double y = l - 0.1055613458 * a - 0.0638541728 * b;
    double z = l - 0.0894841775 * a - 1.2914855480 * b;
    double lc = x * x * x;
    double mc = y * y * y;
    double sc = z * z * z;
    return new Rgb(
        Math.max(0, 4.0767416621 * lc - 3.3077115913 * mc + 0.2309699292 * sc),
        Math.max(0, -1.2684380046 * lc + 2.6097574011 * mc - 0.3413193965 * sc),
        Math.max(0, -0.0041960863 * lc - 0.7034186147 * mc + 1.7076147010 * sc));
  }
}
