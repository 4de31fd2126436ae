package com.aipixels.gallery;

/// Between the numbers of an sRGB picture, which follow the eye, and the amounts of light they
/// stand for, which are what may be added up.
final class LinearLight {

  private static final int STEPS = 1 << 16;

  private static final float[] LIGHT = new float[256];
  private static final byte[] SRGB = new byte[STEPS + 1];

  // StrictMath: the same bytes on every machine.
  static {
    for (int i = 0; i < LIGHT.length; i++) {
      double s = i / 255.0;
      LIGHT[i] = (float) (s <= 0.04045 ? s / 12.92 : StrictMath.pow((s + 0.055) / 1.055, 2.4));
    }
    for (int i = 0; i <= STEPS; i++) {
      double light = (double) i / STEPS;
      double s = light <= 0.0031308 ? light * 12.92 : srgbOfBright(light);
      SRGB[i] = (byte) Math.round(s * 255);
    }
  }

  private LinearLight() {}

  /// From 0–255 to 0–1.
  static float of(int srgb) {
    return LIGHT[srgb];
  }

  /// From 0–1 to 0–255; what rounding has left outside is clamped.
  static int toSrgb(float light) {
    int step = Math.clamp(Math.round(light * STEPS), 0, STEPS);
    return Byte.toUnsignedInt(SRGB[step]);
  }

  private static double srgbOfBright(double light) {
    return 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
  }
}
