package com.aipixels.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The server's log file; it appears with the first start.
record ServerLog(Path file) {

  private static final int TAIL_BYTES = 8192;
  private static final int TAIL_LINES = 12;
  private static final long LARGE = 16L << 20;

  /// Where the next line will be written.
  long end() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /// The last lines of what was written since.
  String tail(long since) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (InputStream log = Files.newInputStream(file)) {
      log.skipNBytes(Math.max(since, end() - TAIL_BYTES));
      List<String> lines = new String(log.readAllBytes(), UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
  }

  /// Sets a large log aside, so that two of them is all there ever is between starts.
  void roll() throws IOException {
    if (end() > LARGE) {
      Files.move(file, file.resolveSibling(file.getFileName() + ".1"), REPLACE_EXISTING);
    }
  }
}
