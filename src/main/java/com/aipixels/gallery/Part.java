package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// One piece of a picture file: a PNG or WebP chunk, a JPEG segment with the scan data behind it.
///
/// @param start where its own header begins in the file
/// @param end where the next one begins
record Part(String type, int start, int end) {

  /// No honest file has more; a hostile one would fill the memory with them.
  static final int MOST = 20_000;

  boolean holds(byte[] file, int offset, String text) {
    int from = start + offset;
    int to = from + text.length();
    return to <= end && Arrays.equals(file, from, to, text.getBytes(ISO_8859_1), 0, text.length());
  }

  void copy(byte[] file, ByteArrayOutputStream out) {
    out.write(file, start, end - start);
  }
}
