package com.aipixels.gallery;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes a picture to its last pixel. Decoders patch over missing or damaged data and only warn;
/// here a warning is a refusal.
final class PictureDecoder {

  private PictureDecoder() {}

  static BufferedImage decode(PictureHeader header, byte[] file) throws BadPicture {
    String damaged = "The " + header.format() + " is damaged.";
    AtomicBoolean warned = new AtomicBoolean();
    try {
      BufferedImage image = decode(header.format().reader(), file, warned);
      boolean asAnnounced =
          image.getWidth() == header.width() && image.getHeight() == header.height();
      BadPicture.unless(asAnnounced && !warned.get(), damaged);
      return image;
    } catch (IOException | RuntimeException e) {
      // Decoders answer damaged data with whatever breaks first, array bounds included.
      throw new BadPicture(damaged);
    }
  }

  private static BufferedImage decode(ImageReader reader, byte[] file, AtomicBoolean warned)
      throws IOException {
    try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.addIIOReadWarningListener((source, warning) -> warned.set(true));
      reader.setInput(input, true, true);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }
}
