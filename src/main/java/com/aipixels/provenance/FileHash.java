package com.aipixels.provenance;

import com.aipixels.problems.Problem;
import com.aipixels.storage.Sha256;
import com.aipixels.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Locale;

/// The name that a file has by its bytes alone.
final class FileHash {

  private static final int DIGITS = 64;

  private FileHash() {}

  static byte[] of(StoredObject file) {
    try (InputStream bytes = Files.newInputStream(file.path())) {
      return copied(bytes, OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Of everything that is copied.
  static byte[] copied(InputStream bytes, OutputStream to) throws IOException {
    DigestInputStream counted = new DigestInputStream(bytes, Sha256.begin());
    counted.transferTo(to);
    return counted.getMessageDigest().digest();
  }

  /// @throws Problem naming `sha256` where it is none
  static byte[] parse(String hex) {
    try {
      if (hex.length() == DIGITS) {
        return HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
      }
    } catch (IllegalArgumentException _) {
      // falls through to the one refusal
    }
    throw Problem.invalid("sha256", "must be 64 hexadecimal digits");
  }
}
