package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Walks the chunks of a WebP file: type, length, data, a pad byte where the length is odd.
final class RiffChunks {

  private static final String TOO_EARLY = "The WebP ends too early.";
  private static final int HEADER = 8;

  private final ByteBuffer file;

  RiffChunks(byte[] file) {
    this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  List<Part> read() throws BadPicture {
    long end = HEADER + length(0);
    BadPicture.unless(end <= file.limit(), TOO_EARLY);
    List<Part> chunks = new ArrayList<>();
    int at = HEADER + 4;
    while (at < end) {
      Part chunk = chunk(at, end);
      chunks.add(chunk);
      BadPicture.unless(chunks.size() < Part.MOST, "The WebP is in too many pieces.");
      at = chunk.end();
    }
    return chunks;
  }

  private Part chunk(int at, long end) throws BadPicture {
    BadPicture.unless(end - at >= HEADER, TOO_EARLY);
    long length = length(at);
    long next = at + HEADER + length + (length & 1);
    BadPicture.unless(next <= end, TOO_EARLY);
    return new Part(new String(file.array(), at, 4, ISO_8859_1), at, (int) next);
  }

  private long length(int at) {
    return Integer.toUnsignedLong(file.getInt(at + 4));
  }
}
