package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JPEG file as its segments.
final class JpegBytes implements PictureBytes {

  static final String SIGNATURE = "\u00ff\u00d8\u00ff";

  private static final String START = "\u00ff\u00d8";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final int DATA = 4;

  private final byte[] file;
  private final List<Part> segments;
  private final PictureHeader header;

  private JpegBytes(byte[] file, List<Part> segments, PictureHeader header) {
    this.file = file;
    this.segments = segments;
    this.header = header;
  }

  static JpegBytes read(byte[] file) throws BadPicture {
    List<Part> segments = new JpegSegments(file).read();
    List<Part> frames = segments.stream().filter(s -> s.type().equals("SOF")).toList();
    BadPicture.unless(frames.size() == 1, "The JPEG has " + frames.size() + " frames.");
    Part frame = frames.getFirst();
    BadPicture.unless(frame.end() - frame.start() > 9, "The JPEG is damaged.");
    ByteBuffer buffer = ByteBuffer.wrap(file);
    int height = Short.toUnsignedInt(buffer.getShort(frame.start() + 5));
    int width = Short.toUnsignedInt(buffer.getShort(frame.start() + 7));
    return new JpegBytes(file, segments, new PictureHeader(PictureFormat.JPEG, width, height));
  }

  @Override
  public PictureHeader header() {
    return header;
  }

  @Override
  public byte[] marked(@Nullable XmpPacket packet) {
    if (segments.stream().anyMatch(s -> s.type().equals("APP11") && s.holds(file, DATA, "JP"))) {
      return file;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 1024);
    out.writeBytes(START.getBytes(ISO_8859_1));
    // JFIF insists on being first.
    segments.stream().filter(this::isJfif).forEach(segment -> segment.copy(file, out));
    if (packet != null) {
      out.writeBytes(segment(packet));
    }
    for (Part segment : segments) {
      if (isKept(segment) || (packet == null && isXmp(segment))) {
        segment.copy(file, out);
      }
    }
    return out.toByteArray();
  }

  /// What the pixels need to be shown as they were meant; JFIF is written before.
  private boolean isKept(Part segment) {
    return switch (segment.type()) {
      case "APP2" -> segment.holds(file, DATA, "ICC_PROFILE\0");
      case "APP14" -> segment.holds(file, DATA, "Adobe");
      case "COM" -> false;
      default -> !segment.type().startsWith("APP");
    };
  }

  private boolean isJfif(Part segment) {
    return segment.type().equals("APP0") && segment.holds(file, DATA, "JFIF\0");
  }

  private boolean isXmp(Part segment) {
    return segment.type().equals("APP1") && segment.holds(file, DATA, "http://ns.adobe.com/x");
  }

  private static byte[] segment(XmpPacket packet) {
    byte[] name = XMP.getBytes(ISO_8859_1);
    byte[] text = packet.bytes();
    return ByteBuffer.allocate(DATA + name.length + text.length)
        .putShort((short) 0xFFE1)
        .putShort((short) (2 + name.length + text.length))
        .put(name)
        .put(text)
        .array();
  }
}
