package com.aipixels.gallery;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/// Makes the small WebP pictures that stand for a big one.
final class Thumbnails {

  private final WebpEncoder encoder = new WebpEncoder();

  /// At most so many pixels on the long side; a smaller picture keeps its size.
  byte[] make(BufferedImage image, int longSide, @Nullable XmpPacket packet) throws BadPicture {
    int longer = Math.max(image.getWidth(), image.getHeight());
    double scale = Math.min(1.0, (double) longSide / longer);
    int width = scaled(image.getWidth(), scale);
    int height = scaled(image.getHeight(), scale);
    byte[] file = encoder.encode(AreaAverage.shrink(image, width, height));
    return PictureBytes.read(file).marked(packet);
  }

  private static int scaled(int side, double scale) {
    return Math.max(1, (int) Math.round(side * scale));
  }
}
