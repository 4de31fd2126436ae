package com.aipixels.provenance;

import com.aipixels.problems.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that somebody asks about, on the disk for as long as it is looked at: of many that come
/// at once none is held in memory.
final class SentFile implements AutoCloseable {

  private final Path path;
  private final byte[] sha256;

  private SentFile(Path path, byte[] sha256) {
    this.path = path;
    this.sha256 = sha256;
  }

  /// @throws Problem naming the `file` where there is none
  static SentFile receive(InputStream bytes) throws IOException {
    Path path = Files.createTempFile("aipixels-", ".verify");
    try (OutputStream out = Files.newOutputStream(path)) {
      byte[] sha256 = FileHash.copied(bytes, out);
      if (Files.size(path) == 0) {
        throw Problem.invalid("file", "must not be empty");
      }
      return new SentFile(path, sha256);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  Path path() {
    return path;
  }

  byte[] sha256() {
    return sha256;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
