package com.aipixels.painter;

/// Light: linear sRGB, may exceed 1.
record Rgb(double r, double g, double b) {

  Rgb mix(Rgb other, double t) {
    return new Rgb(r + (other.r - r) * t, g + (other.g - g) * t, b + (other.b - b) * t);
  }

  Rgb times(double factor) {
    return new Rgb(r * factor, g * factor, b * factor);
  }

  Rgb times(Rgb other) {
    return new Rgb(r * other.r, g * other.g, b * other.b);
  }

  double luminance() {
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
}
