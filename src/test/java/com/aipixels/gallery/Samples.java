package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Picture files to try things on, made here and now, the same every time.
final class Samples {

  private Samples() {}

  static BufferedImage image(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    var graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
    graphics.fillRect(0, 0, width, height);
    var random = new Random(7);
    for (int i = 0; i < 200; i++) {
      var alpha = image.getColorModel().hasAlpha() ? random.nextInt(256) : 255;
      graphics.setColor(new Color(random.nextInt(1 << 24) | alpha << 24, true));
      graphics.fillOval(random.nextInt(width), random.nextInt(height), width / 8, height / 8);
    }
    graphics.dispose();
    if (image.getColorModel().hasAlpha()) {
      image.getRaster().setPixels(0, 0, width, height / 4, new int[width * (height / 4) * 4]);
    }
    return image;
  }

  static byte[] png(int width, int height) {
    return png(image(width, height, BufferedImage.TYPE_INT_RGB));
  }

  static byte[] png(BufferedImage image) {
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] jpeg(int width, int height) {
    return jpeg(image(width, height, BufferedImage.TYPE_INT_RGB), false);
  }

  static byte[] jpeg(BufferedImage image, boolean progressive) {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var settings = writer.getDefaultWriteParam();
    settings.setProgressiveMode(
        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    return written(writer, settings, image);
  }

  static byte[] webp(int width, int height) {
    return webp(image(width, height, BufferedImage.TYPE_INT_RGB), "Lossy");
  }

  static byte[] webp(BufferedImage image, String compression) {
    var settings = new WebPWriteParam(Locale.ROOT);
    settings.setCompressionType(compression);
    return written(new WebPImageWriterSpi().createWriterInstance(null), settings, image);
  }

  private static byte[] written(
      javax.imageio.ImageWriter writer, ImageWriteParam settings, BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// The file's pixels as a reader that knows nothing of ours sees them.
  static int[] pixels(byte[] file) throws IOException {
    var image = decoded(file);
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  static BufferedImage decoded(byte[] file) throws IOException {
    var readers = ImageIO.getImageReaders(new MemoryCacheImageInputStream(in(file)));
    var reader = readers.next();
    reader.setInput(new MemoryCacheImageInputStream(in(file)));
    return reader.read(0);
  }

  private static ByteArrayInputStream in(byte[] file) {
    return new ByteArrayInputStream(file);
  }

  /// A PNG that announces any size in its header and holds next to nothing.
  static byte[] emptyPng(int width, int height) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(PngBytes.SIGNATURE.getBytes(ISO_8859_1));
    var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0});
    out.writeBytes(pngChunk("IHDR", header.array()));
    out.writeBytes(pngChunk("IDAT", deflated(new byte[1000])));
    out.writeBytes(pngChunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] data) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      out.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] pngChunk(String type, byte[] data) {
    var body = concat(type.getBytes(ISO_8859_1), data);
    var crc = new CRC32();
    crc.update(body);
    return ByteBuffer.allocate(body.length + 8)
        .putInt(data.length)
        .put(body)
        .putInt((int) crc.getValue())
        .array();
  }

  static byte[] withPngChunk(byte[] png, String type, String data) {
    int behindHeader = 8 + 12 + 13;
    return inserted(png, behindHeader, pngChunk(type, data.getBytes(ISO_8859_1)));
  }

  static byte[] withJpegSegment(byte[] jpeg, int marker, String data) {
    var segment =
        ByteBuffer.allocate(4 + data.length())
            .putShort((short) (0xFF00 | marker))
            .putShort((short) (2 + data.length()))
            .put(data.getBytes(ISO_8859_1));
    int behindJfif = 2 + 18;
    return inserted(jpeg, behindJfif, segment.array());
  }

  /// Appends a chunk to a simple WebP, turning it into an extended one with these flags.
  static byte[] withWebpChunk(byte[] webp, int flags, String type, String data) throws BadPicture {
    var header = PictureBytes.read(webp).header();
    var extension = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    extension.put("VP8X".getBytes(ISO_8859_1)).putInt(10).putInt(flags);
    extension.putInt(12, header.width() - 1).putShort(15, (short) (header.height() - 1));
    var chunk = ByteBuffer.allocate(8 + data.length() + data.length() % 2);
    chunk.order(ByteOrder.LITTLE_ENDIAN).put(type.getBytes(ISO_8859_1)).putInt(data.length());
    chunk.put(data.getBytes(ISO_8859_1));
    var longer = concat(inserted(webp, 12, extension.array()), chunk.array());
    ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(4, longer.length - 8);
    return longer;
  }

  /// A simple WebP whose chunk ends early, as its lengths say.
  static byte[] shortened(byte[] webp, int by) {
    int length = (webp.length - by) / 2 * 2;
    var shorter = Arrays.copyOf(webp, length);
    var buffer = ByteBuffer.wrap(shorter).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(4, length - 8);
    buffer.putInt(16, length - 20);
    return shorter;
  }

  static byte[] inserted(byte[] file, int at, byte[] piece) {
    return ByteBuffer.allocate(file.length + piece.length)
        .put(file, 0, at)
        .put(piece)
        .put(file, at, file.length - at)
        .array();
  }

  static byte[] concat(byte[] first, byte[] second) {
    return inserted(first, first.length, second);
  }
}
