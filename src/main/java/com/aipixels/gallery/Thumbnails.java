package com.aipixels.gallery;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/// Makes the small WebP pictures that stand for a big one.
final class Thumbnails {

  private final WebpEncoder encoder = new WebpEncoder();

  byte[] encode(BufferedImage small, @Nullable XmpPacket packet) throws BadPicture {
    return PictureBytes.read(encoder.encode(small)).marked(packet);
  }

  /// At most so many pixels on the long side; a smaller picture keeps its size.
  static BufferedImage shrink(BufferedImage image, int longSide) {
    int longer = Math.max(image.getWidth(), image.getHeight());
    double scale = Math.min(1.0, (double) longSide / longer);
    int width = scaled(image.getWidth(), scale);
    int height = scaled(image.getHeight(), scale);
    return AreaAverage.shrink(image, width, height);
  }

  private static int scaled(int side, double scale) {
    return Math.max(1, (int) Math.round(side * scale));
  }
}
