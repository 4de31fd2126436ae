package com.aipixels.gallery;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;

/// Any decoded picture as rows of sRGB pixels (0xAARRGGBB, alpha not multiplied in), read from top
/// to bottom. Converted a strip at a time, so that a big picture is not held twice.
final class SrgbRows {

  private static final int STRIP = 64;

  private final BufferedImage image;
  private final BufferedImage strip;
  private final int[] row;

  SrgbRows(BufferedImage image) {
    this.image = image;
    this.strip = new BufferedImage(image.getWidth(), STRIP, BufferedImage.TYPE_INT_ARGB);
    this.row = new int[image.getWidth()];
  }

  /// The returned array is used again for the next row.
  int[] read(int y) {
    if (isGray()) {
      readGray(y);
    } else {
      if (y % STRIP == 0) {
        draw(y);
      }
      strip.getRaster().getDataElements(0, y % STRIP, image.getWidth(), 1, row);
    }
    return row;
  }

  private void draw(int y) {
    Graphics2D graphics = strip.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(image, 0, -y, null);
    graphics.dispose();
  }

  private boolean isGray() {
    ColorModel model = image.getColorModel();
    return !(model instanceof IndexColorModel)
        && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /// The JDK takes gray for linear light and would brighten it; in files it is sRGB like the rest.
  private void readGray(int y) {
    int bands = image.getRaster().getNumBands();
    int max = (1 << image.getColorModel().getComponentSize(0)) - 1;
    int[] samples = image.getRaster().getPixels(0, y, row.length, 1, (int[]) null);
    for (int x = 0; x < row.length; x++) {
      int gray = (samples[x * bands] * 255 + max / 2) / max;
      int alpha = bands == 1 ? 255 : (samples[x * bands + 1] * 255 + max / 2) / max;
      row[x] = alpha << 24 | gray << 16 | gray << 8 | gray;
    }
  }
}
