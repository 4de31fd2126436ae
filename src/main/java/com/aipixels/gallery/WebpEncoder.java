package com.aipixels.gallery;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes WebP with libwebp, which comes along as a native library.
final class WebpEncoder {

  private static final float QUALITY = 0.8f;

  /// Tries the library, so that a machine it does not run on is noticed at the start.
  WebpEncoder() {
    try {
      encode(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
    } catch (LinkageError | RuntimeException e) {
      throw new IllegalStateException(
          "The WebP library does not run on this machine; it needs Linux, macOS or Windows and a"
              + " temporary folder from which programs may be loaded.",
          e);
    }
  }

  byte[] encode(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      WebPWriteParam settings = new WebPWriteParam(Locale.ROOT);
      settings.setCompressionType("Lossy");
      settings.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot encode WebP", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
