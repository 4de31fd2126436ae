package com.aipixels.painter;

/// Where the light of a picture comes from and what colour it, the shadows and the distance have.
///
/// @param sunX where sun or moon stand, in pixels
/// @param sunY in pixels, may be below the horizon or out of the picture
/// @param x direction towards the light, unit length together with y (down) and z (to the viewer)
/// @param haze how much the farthest things dissolve, 0 to 1
record Light(
    double sunX,
    double sunY,
    double x,
    double y,
    double z,
    Rgb key,
    Rgb ambient,
    Rgb air,
    double haze) {

  static Light from(
      double sunX, double sunY, double side, Rgb key, Rgb ambient, Rgb air, double haze) {
    double x = side * 0.62;
    double y = -0.58;
    double z = 0.55;
    double length = Math.sqrt(x * x + y * y + z * z);
    return new Light(sunX, sunY, x / length, y / length, z / length, key, ambient, air, haze);
  }

  /// How much of the air's colour lies over something at this depth.
  double veil(double depth) {
    return Math.clamp(haze * depth * depth * (1.6 - 0.6 * depth), 0, 1);
  }

  /// The highlight on a polished surface that faces this way: 1 at its brightest.
  double spark(double nx, double ny, double nz) {
    double hz = z + 1;
    double length = Math.sqrt(x * x + y * y + hz * hz);
    double s = (nx * x + ny * y + hz) * nz / length;
    s = Math.max(0, s);
    s *= s;
    s *= s;
    s *= s;
    s *= s;
    return s * s;
  }
}
