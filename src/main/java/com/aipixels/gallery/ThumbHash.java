package com.aipixels.gallery;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Base64;

/// The rough colours of a picture in 5 to 25 bytes, by which browsers draw what stands in for it
/// while it loads: lightness, yellow against blue, red against green and opacity, each as a few
/// waves. Bit for bit as <https://evanw.github.io/thumbhash/> has it.
final class ThumbHash {

  /// More detail would be computed and then thrown away.
  private static final int LONG_SIDE = 100;

  private static final int COLOR_WAVES = 3;
  private static final int ALPHA_WAVES = 5;

  private final int width;
  private final int height;
  private final double[] light;
  private final double[] yellow;
  private final double[] red;
  private final double[] alpha;

  private ThumbHash(int width, int height, int[] argb) {
    this.width = width;
    this.height = height;
    this.light = new double[argb.length];
    this.yellow = new double[argb.length];
    this.red = new double[argb.length];
    this.alpha = Arrays.stream(argb).mapToDouble(ThumbHash::alpha).toArray();
    separate(argb);
  }

  /// In base64.
  static String of(BufferedImage image) {
    BufferedImage small = Thumbnails.shrink(image, LONG_SIDE);
    int width = small.getWidth();
    int height = small.getHeight();
    int[] argb = small.getRGB(0, 0, width, height, null, 0, width);
    return Base64.getEncoder().encodeToString(of(width, height, argb));
  }

  /// @param argb 0xAARRGGBB, alpha not multiplied in, row by row
  static byte[] of(int width, int height, int[] argb) {
    return new ThumbHash(width, height, argb).bytes();
  }

  /// What shines through is the average colour, so that transparent pixels lend no other.
  private void separate(int[] argb) {
    // No stream sums it: theirs are more exact, and would end in other bits.
    double opacity = 0;
    for (double one : alpha) {
      opacity += one;
    }
    double averageRed = average(argb, 16, opacity);
    double averageGreen = average(argb, 8, opacity);
    double averageBlue = average(argb, 0, opacity);
    for (int i = 0; i < argb.length; i++) {
      double r = averageRed * (1 - alpha[i]) + alpha[i] / 255 * channel(argb[i], 16);
      double g = averageGreen * (1 - alpha[i]) + alpha[i] / 255 * channel(argb[i], 8);
      double b = averageBlue * (1 - alpha[i]) + alpha[i] / 255 * channel(argb[i], 0);
      light[i] = (r + g + b) / 3;
      yellow[i] = (r + g) / 2 - b;
      red[i] = r - g;
    }
  }

  private double average(int[] argb, int shift, double opacity) {
    double sum = 0;
    for (int i = 0; i < argb.length; i++) {
      sum += alpha[i] / 255 * channel(argb[i], shift);
    }
    return opacity > 0 ? sum / opacity : 0;
  }

  private byte[] bytes() {
    boolean hasAlpha = Arrays.stream(alpha).anyMatch(opacity -> opacity < 1);
    int most = hasAlpha ? 5 : 7;
    int across = waves(most, width);
    int down = waves(most, height);
    boolean isLandscape = width > height;
    CosineWaves l = waves(light, Math.max(3, across), Math.max(3, down));
    CosineWaves p = waves(yellow, COLOR_WAVES, COLOR_WAVES);
    CosineWaves q = waves(red, COLOR_WAVES, COLOR_WAVES);
    Bits bits = new Bits();
    bits.add(63 * l.constant(), 6);
    bits.add(31.5 + 31.5 * p.constant(), 6);
    bits.add(31.5 + 31.5 * q.constant(), 6);
    bits.add(31 * l.scale(), 5);
    bits.add(hasAlpha ? 1 : 0, 1);
    bits.add(isLandscape ? down : across, 3);
    bits.add(63 * p.scale(), 6);
    bits.add(63 * q.scale(), 6);
    bits.add(isLandscape ? 1 : 0, 1);
    if (hasAlpha) {
      CosineWaves a = waves(alpha, ALPHA_WAVES, ALPHA_WAVES);
      bits.add(15 * a.constant(), 4);
      bits.add(15 * a.scale(), 4);
      return bits.with(l).with(p).with(q).with(a).bytes();
    }
    return bits.with(l).with(p).with(q).bytes();
  }

  private int waves(int most, int side) {
    return (int) Math.max(1, Math.round((double) most * side / Math.max(width, height)));
  }

  private CosineWaves waves(double[] values, int across, int down) {
    return CosineWaves.of(values, width, height, across, down);
  }

  private static double alpha(int argb) {
    return (argb >>> 24) / 255.0;
  }

  private static int channel(int argb, int shift) {
    return argb >> shift & 0xFF;
  }
}
