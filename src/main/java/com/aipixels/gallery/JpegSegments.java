package com.aipixels.gallery;

import java.util.ArrayList;
import java.util.List;

/// Walks a JPEG file from marker to marker. Scan data belongs to the `SOS` segment before it.
final class JpegSegments {

  /// Each scan may touch every pixel again; encoders make ten or so.
  private static final int MOST_SCANS = 64;

  private static final int FIRST_APPLICATION = 0xE0;

  private final byte[] file;
  private int at = 2;

  JpegSegments(byte[] file) {
    this.file = file;
  }

  /// All segments behind the start of the image, its end included.
  List<Part> read() throws BadPicture {
    List<Part> segments = new ArrayList<>();
    int scans = 0;
    Part segment;
    do {
      segment = next();
      segments.add(segment);
      scans += segment.type().equals("SOS") ? 1 : 0;
      BadPicture.unless(
          segments.size() < Part.MOST && scans <= MOST_SCANS, "The JPEG is in too many pieces.");
    } while (!segment.type().equals("EOI"));
    return segments;
  }

  private Part next() throws BadPicture {
    // Any number of 0xFF may stand before a marker.
    while (at(0) == 0xFF && at(1) == 0xFF) {
      at++;
    }
    BadPicture.unless(at(0) == 0xFF, "The JPEG is damaged.");
    int start = at;
    String type = type(at(1));
    at += type.equals("EOI") ? 2 : 2 + length();
    if (type.equals("SOS")) {
      skipScan();
    }
    BadPicture.unless(at <= file.length, "The JPEG ends too early.");
    return new Part(type, start, at);
  }

  private int length() throws BadPicture {
    int length = at(2) << 8 | at(3);
    BadPicture.unless(length >= 2, "The JPEG is damaged.");
    return length;
  }

  private void skipScan() {
    while (at + 1 < file.length && !(file[at] == (byte) 0xFF && endsScan(file[at + 1] & 0xFF))) {
      at++;
    }
  }

  /// Not a stuffed zero, a fill byte or a restart marker.
  private static boolean endsScan(int next) {
    return next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7);
  }

  private static String type(int marker) throws BadPicture {
    return switch (marker) {
      case 0xC0, 0xC1, 0xC2 -> "SOF";
      case 0xC4, 0xDB, 0xDC, 0xDD -> "table";
      case 0xD9 -> "EOI";
      case 0xDA -> "SOS";
      case 0xFE -> "COM";
      default -> {
        BadPicture.unless(
            marker >= FIRST_APPLICATION && marker <= FIRST_APPLICATION + 15,
            "The JPEG is of a kind that browsers do not show.");
        yield "APP" + (marker - FIRST_APPLICATION);
      }
    };
  }

  private int at(int offset) throws BadPicture {
    BadPicture.unless(at + offset < file.length, "The JPEG ends too early.");
    return file[at + offset] & 0xFF;
  }
}
