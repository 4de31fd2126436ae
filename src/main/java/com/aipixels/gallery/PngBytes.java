package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A PNG file as its chunks: length, type, data, CRC.
final class PngBytes implements PictureBytes {

  static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  /// What the pixels need to be shown as they were meant.
  private static final Set<String> KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV",
          "cLLI", "sBIT", "bKGD", "pHYs");

  private static final String XMP_KEYWORD = "XML:com.adobe.xmp\0";
  private static final int DATA = 8;
  private static final int AROUND_DATA = 12;

  private final byte[] file;
  private final List<Part> chunks;

  private PngBytes(byte[] file, List<Part> chunks) {
    this.file = file;
    this.chunks = chunks;
  }

  static PngBytes read(byte[] file) throws BadPicture {
    List<Part> chunks = new ArrayList<>();
    Part chunk = chunk(file, SIGNATURE.length());
    BadPicture.unless(
        chunk.type().equals("IHDR") && chunk.end() - chunk.start() == AROUND_DATA + 13,
        "The PNG does not begin with its header.");
    chunks.add(chunk);
    while (!chunk.type().equals("IEND")) {
      chunk = chunk(file, chunk.end());
      chunks.add(chunk);
      BadPicture.unless(!chunk.type().equals("acTL"), "The PNG is animated.");
      BadPicture.unless(chunks.size() < Part.MOST, "The PNG is in too many pieces.");
    }
    return new PngBytes(file, chunks);
  }

  private static Part chunk(byte[] file, int at) throws BadPicture {
    ByteBuffer buffer = ByteBuffer.wrap(file);
    int left = file.length - at;
    BadPicture.unless(left >= AROUND_DATA, "The PNG ends too early.");
    int length = buffer.getInt(at);
    BadPicture.unless(length >= 0 && length <= left - AROUND_DATA, "The PNG ends too early.");
    CRC32 crc = new CRC32();
    crc.update(file, at + 4, 4 + length);
    BadPicture.unless(
        (int) crc.getValue() == buffer.getInt(at + DATA + length), "The PNG is damaged.");
    String type = new String(file, at + 4, 4, ISO_8859_1);
    return new Part(type, at, at + AROUND_DATA + length);
  }

  @Override
  public PictureHeader header() {
    ByteBuffer header = ByteBuffer.wrap(file, SIGNATURE.length() + DATA, 8);
    return new PictureHeader(PictureFormat.PNG, header.getInt(), header.getInt());
  }

  @Override
  public byte[] marked(@Nullable XmpPacket packet) {
    if (chunks.stream().anyMatch(chunk -> chunk.type().equals("caBX"))) {
      return file;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 1024);
    out.writeBytes(SIGNATURE.getBytes(ISO_8859_1));
    for (Part chunk : chunks) {
      if (KEPT.contains(chunk.type()) || (packet == null && isXmp(chunk))) {
        chunk.copy(file, out);
      }
      if (packet != null && chunk.type().equals("IHDR")) {
        out.writeBytes(chunk(packet));
      }
    }
    return out.toByteArray();
  }

  private boolean isXmp(Part chunk) {
    return chunk.type().equals("iTXt") && chunk.holds(file, DATA, XMP_KEYWORD);
  }

  private static byte[] chunk(XmpPacket packet) {
    // Behind the keyword: not compressed, method 0, no language, no translated keyword.
    byte[] prefix = ("iTXt" + XMP_KEYWORD + "\0\0\0\0").getBytes(ISO_8859_1);
    byte[] text = packet.bytes();
    CRC32 crc = new CRC32();
    crc.update(prefix);
    crc.update(text);
    return ByteBuffer.allocate(4 + prefix.length + text.length + 4)
        .putInt(prefix.length - 4 + text.length)
        .put(prefix)
        .put(text)
        .putInt((int) crc.getValue())
        .array();
  }
}
