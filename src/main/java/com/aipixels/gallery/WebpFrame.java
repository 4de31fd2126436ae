package com.aipixels.gallery;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What the bitstream inside a WebP file says of itself; `alpha` only where it is lossless, since
/// otherwise another chunk holds it.
record WebpFrame(int width, int height, boolean alpha) {

  private static final int DATA = 8;
  private static final int SIDE = 0x3FFF;
  private static final int THREE_BYTES = 0xFFFFFF;

  static WebpFrame read(byte[] file, Part chunk) throws BadPicture {
    ByteBuffer data = data(file, chunk);
    BadPicture.unless(data.limit() >= 10, "The WebP is damaged.");
    return chunk.type().equals("VP8L") ? lossless(data) : lossy(data);
  }

  /// Whether the canvas that a `VP8X` chunk announces has the frame's size.
  boolean fills(byte[] file, Part canvas) {
    ByteBuffer data = data(file, canvas);
    return data.limit() >= 10
        && (data.getInt(4) & THREE_BYTES) == width - 1
        && data.getInt(6) >>> 8 == height - 1;
  }

  private static ByteBuffer data(byte[] file, Part chunk) {
    return ByteBuffer.wrap(file, chunk.start() + DATA, chunk.end() - chunk.start() - DATA)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static WebpFrame lossy(ByteBuffer data) throws BadPicture {
    boolean keyFrame = (data.get(0) & 1) == 0;
    boolean started = data.get(3) == (byte) 0x9D && data.getShort(4) == 0x2A01;
    BadPicture.unless(keyFrame && started, "The WebP is damaged.");
    return new WebpFrame(data.getShort(6) & SIDE, data.getShort(8) & SIDE, false);
  }

  private static WebpFrame lossless(ByteBuffer data) throws BadPicture {
    int bits = data.getInt(1);
    BadPicture.unless(data.get(0) == 0x2F && bits >>> 29 == 0, "The WebP is damaged.");
    return new WebpFrame((bits & SIDE) + 1, (bits >>> 14 & SIDE) + 1, (bits >>> 28 & 1) == 1);
  }
}
