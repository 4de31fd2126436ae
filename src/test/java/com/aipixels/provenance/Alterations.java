package com.aipixels.provenance;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// What happens to pictures on their way through the world.
final class Alterations {

  private Alterations() {}

  static byte[] png(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// @param quality 0 to 1
  static byte[] jpeg(BufferedImage image, float quality) {
    var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    opaque.createGraphics().drawImage(image, 0, 0, null);
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality);
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(opaque, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static BufferedImage halved(BufferedImage image) {
    int width = image.getWidth() / 2;
    int height = image.getHeight() / 2;
    var half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = half.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return half;
  }

  /// Without these parts of its sides.
  static BufferedImage cut(
      BufferedImage image, double left, double top, double right, double bottom) {
    int width = image.getWidth();
    int height = image.getHeight();
    int x = (int) Math.round(left * width);
    int y = (int) Math.round(top * height);
    return image.getSubimage(
        x,
        y,
        width - x - (int) Math.round(right * width),
        height - y - (int) Math.round(bottom * height));
  }

  /// Five in a hundred of width and height: half of it at either side.
  static BufferedImage cutAround(BufferedImage image) {
    return cut(image, 0.025, 0.025, 0.025, 0.025);
  }

  /// Five in a hundred of width and height: all of it at one corner.
  static BufferedImage cutAtACorner(BufferedImage image) {
    return cut(image, 0, 0, 0.05, 0.05);
  }

  static BufferedImage read(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
