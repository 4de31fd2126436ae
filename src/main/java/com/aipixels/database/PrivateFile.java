package com.aipixels.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Files that only the service's own user may read.
final class PrivateFile {

  private PrivateFile() {}

  /// Writes all of it or nothing, whatever happens in between.
  static void write(Path file, String text) throws IOException {
    // A temporary file is born with mode 0600.
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), DataFolder.DRAFT, null);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, ATOMIC_MOVE);
  }
}
