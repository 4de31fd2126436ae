package com.aipixels.gallery;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
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
      BadPicture.unless(isComplete(header, file, image, warned), damaged);
      return image;
    } catch (IOException | RuntimeException e) {
      // Decoders answer damaged data with whatever breaks first, array bounds included.
      throw new BadPicture(damaged);
    }
  }

  /// The decoder of lossless WebP reads on behind the end of its data as if it were there. Pixels
  /// that change with what stands there were never in the file.
  private static boolean isComplete(
      PictureHeader header, byte[] file, BufferedImage image, AtomicBoolean warned)
      throws IOException, BadPicture {
    if (header.format() != PictureFormat.WEBP) {
      return true;
    }
    Optional<byte[]> padded = WebpBytes.padded(file);
    return padded.isEmpty() || same(image, decode(header.format().reader(), padded.get(), warned));
  }

  private static boolean same(BufferedImage one, BufferedImage other) {
    int width = one.getWidth();
    return IntStream.range(0, one.getHeight())
        .allMatch(y ->
            Arrays.equals(
                one.getRGB(0, y, width, 1, null, 0, width),
                other.getRGB(0, y, width, 1, null, 0, width)));
  }

  private static BufferedImage decode(ImageReader reader, byte[] file, AtomicBoolean warned)
      throws IOException {
    try (ImageInputStream input = new EndingInput(file)) {
      reader.addIIOReadWarningListener((source, warning) -> warned.set(true));
      reader.setInput(input, true, true);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /// Ends for good: the decoder of lossless WebP takes each end for a zero and asks again for every
  /// pixel that is missing, at the price of an exception each.
  private static final class EndingInput extends MemoryCacheImageInputStream {

    /// Decoders look ahead of the last byte by a word or two.
    private static final int MOST_ENDS = 64;

    private int ends;

    EndingInput(byte[] file) {
      super(new ByteArrayInputStream(file));
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next < 0 && ++ends > MOST_ENDS) {
        throw new IOException("The file ends here.");
      }
      return next;
    }
  }
}
