package com.aipixels.painter;

import com.aipixels.look.ColorTone;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jspecify.annotations.Nullable;

/// The colour tone of a picture: bends every colour in OKLab and develops the light into pixels.
///
/// @param low where black goes, and `high` where white goes, in lightness
/// @param bend above 1 darkens the middle, below 1 lightens it
/// @param contrast 0 none, 1 strong
/// @param vivid factor on chroma
/// @param warm added along yellow–blue, `rose` along red–green
record Grade(
    double low, double high, double bend, double contrast, double vivid, double rose, double warm) {

  private static final int STEPS = 1 << 14;
  private static final byte[] ENCODED = encoded();

  static Grade of(@Nullable ColorTone tone) {
    return switch (tone) {
      case null -> new Grade(0, 1, 1, 0.2, 1.05, 0, 0);
      case VIBRANT -> new Grade(0, 1, 1, 0.45, 1.42, 0.004, 0.004);
      case PASTEL -> new Grade(0.36, 0.99, 0.9, 0.1, 0.82, 0.012, 0.004);
      case WARM -> new Grade(0.02, 1, 0.98, 0.25, 1.12, 0.028, 0.05);
      case COOL -> new Grade(0.02, 0.99, 1, 0.2, 0.9, -0.022, -0.058);
      case MONOCHROME -> new Grade(0.02, 0.99, 1, 0.5, 0, 0.003, 0.009);
      case DARK -> new Grade(0, 0.86, 1.55, 0.3, 0.92, 0, -0.012);
      case BRIGHT -> new Grade(0.14, 1, 0.66, 0.12, 1.12, 0, 0.006);
      case NATURAL -> new Grade(0.01, 0.98, 1.04, 0.18, 0.84, -0.002, 0.012);
    };
  }

  BufferedImage develop(Canvas canvas) {
    Canvas.breathe();
    BufferedImage image =
        new BufferedImage(canvas.width, canvas.height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixel(shoulder(canvas.r[i]), shoulder(canvas.g[i]), shoulder(canvas.b[i]));
    }
    return image;
  }

  private int pixel(double r, double g, double b) {
    double lc = StrictMath.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double mc = StrictMath.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double sc = StrictMath.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    double light = 0.2104542553 * lc + 0.7936177850 * mc - 0.0040720468 * sc;
    double rosy = 1.9779984951 * lc - 2.4285922050 * mc + 0.4505937099 * sc;
    double yellow = 0.0259040371 * lc + 0.7827717662 * mc - 0.8086757660 * sc;
    double toned = tone(Math.clamp(light, 0, 1));
    // Tints fade out in the deepest blacks and purest whites, or these look dirty.
    double room = Math.clamp(4 * toned * (1 - toned) + 0.25, 0, 1);
    double a = rosy * vivid + rose * room;
    double bb = yellow * vivid + warm * room;
    double x = toned + 0.3963377774 * a + 0.2158037573 * bb;
    double y = toned - 0.1055613458 * a - 0.0638541728 * bb;
    double z = toned - 0.0894841775 * a - 1.2914855480 * bb;
    x = x * x * x;
    y = y * y * y;
    z = z * z * z;
    int red = byteOf(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z);
    int green = byteOf(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z);
    int blue = byteOf(-0.0041960863 * x - 0.7034186147 * y + 1.7076147010 * z);
    return (red << 16) | (green << 8) | blue;
  }

  private double tone(double light) {
    double bent = bend == 1 ? light : light * (1 + (bend - 1) * (light - 1));
    double curved = bent * bent * (3 - 2 * bent);
    return low + (high - low) * (bent + (curved - bent) * contrast);
  }

  private static double shoulder(double light) {
    if (light <= 0.7) {
      return Math.max(0, light);
    }
    double over = light - 0.7;
    return 0.7 + 0.3 * over / (over + 0.3);
  }

  private static int byteOf(double linear) {
    return ENCODED[(int) (Math.clamp(linear, 0, 1) * (STEPS - 1) + 0.5)] & 0xFF;
  }

  private static byte[] encoded() {
    byte[] table = new byte[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double linear = i / (STEPS - 1.0);
      double encoded =
          linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
      table[i] = (byte) Math.round(encoded * 255);
    }
    return table;
  }
}
