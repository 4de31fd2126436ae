package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A WebP file as its RIFF chunks.
final class WebpBytes implements PictureBytes {

  /// What the pixels need to be shown as they were meant.
  private static final Set<String> KEPT = Set.of("ICCP", "ALPH", "VP8 ", "VP8L");

  private static final byte[] PADDING = new byte[64];

  static {
    Arrays.fill(PADDING, (byte) 0x5A);
  }

  private static final int ICC = 0x20;
  private static final int ALPHA = 0x10;
  private static final int XMP = 0x04;

  private final byte[] file;
  private final List<Part> chunks;
  private final WebpFrame frame;

  private WebpBytes(byte[] file, List<Part> chunks, WebpFrame frame) {
    this.file = file;
    this.chunks = chunks;
    this.frame = frame;
  }

  static WebpBytes read(byte[] file) throws BadPicture {
    List<Part> chunks = new RiffChunks(file).read();
    BadPicture.unless(
        chunks.stream().noneMatch(chunk -> chunk.type().startsWith("AN")), "The WebP is animated.");
    List<Part> frames = chunks.stream().filter(chunk -> isFrame(chunk)).toList();
    BadPicture.unless(frames.size() == 1, "The WebP has " + frames.size() + " frames.");
    WebpFrame frame = WebpFrame.read(file, frames.getFirst());
    for (Part chunk : chunks) {
      // A decoder makes room for the canvas, however small the frame.
      BadPicture.unless(
          !chunk.type().equals("VP8X") || frame.fills(file, chunk), "The WebP is damaged.");
    }
    return new WebpBytes(file, chunks, frame);
  }

  /// The same picture with bytes behind its lossless pixels that are no part of them; empty where
  /// its pixels are not lossless.
  static Optional<byte[]> padded(byte[] file) throws BadPicture {
    WebpBytes webp = read(file);
    if (!has(webp.chunks, "VP8L")) {
      return Optional.empty();
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + PADDING.length);
    body.writeBytes("WEBP".getBytes(ISO_8859_1));
    for (Part chunk : webp.chunks) {
      if (chunk.type().equals("VP8L")) {
        byte[] pixels = Arrays.copyOfRange(file, chunk.start() + 8, chunk.end() + PADDING.length);
        System.arraycopy(PADDING, 0, pixels, pixels.length - PADDING.length, PADDING.length);
        body.writeBytes(chunk("VP8L", pixels));
      } else {
        chunk.copy(file, body);
      }
    }
    return Optional.of(chunk("RIFF", body.toByteArray()));
  }

  private static boolean isFrame(Part chunk) {
    return chunk.type().equals("VP8 ") || chunk.type().equals("VP8L");
  }

  @Override
  public PictureHeader header() {
    return new PictureHeader(PictureFormat.WEBP, frame.width(), frame.height());
  }

  @Override
  public byte[] marked(@Nullable XmpPacket packet) {
    if (has(chunks, "C2PA")) {
      return file;
    }
    List<Part> kept =
        chunks.stream()
            .filter(c -> KEPT.contains(c.type()) || (packet == null && c.type().equals("XMP ")))
            .toList();
    ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + 1024);
    body.writeBytes("WEBP".getBytes(ISO_8859_1));
    if (packet != null || kept.size() > 1) {
      body.writeBytes(chunk("VP8X", features(kept, packet)));
    }
    kept.forEach(chunk -> chunk.copy(file, body));
    if (packet != null) {
      body.writeBytes(chunk("XMP ", packet.bytes()));
    }
    return chunk("RIFF", body.toByteArray());
  }

  private byte[] features(List<Part> kept, @Nullable XmpPacket packet) {
    int flags = has(kept, "ICCP") ? ICC : 0;
    flags |= frame.alpha() || has(kept, "ALPH") ? ALPHA : 0;
    flags |= packet != null || has(kept, "XMP ") ? XMP : 0;
    int width = frame.width() - 1;
    int height = frame.height() - 1;
    return ByteBuffer.allocate(10)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(flags)
        .putShort((short) width)
        .put((byte) (width >> 16))
        .putShort((short) height)
        .put((byte) (height >> 16))
        .array();
  }

  private static boolean has(List<Part> chunks, String type) {
    return chunks.stream().anyMatch(chunk -> chunk.type().equals(type));
  }

  private static byte[] chunk(String type, byte[] data) {
    return ByteBuffer.allocate(8 + data.length + (data.length & 1))
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(type.getBytes(ISO_8859_1))
        .putInt(data.length)
        .put(data)
        .array();
  }
}
