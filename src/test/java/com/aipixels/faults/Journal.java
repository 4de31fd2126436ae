package com.aipixels.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What clients were told, on the disk before they go on: what stands here must be there in the
/// end.
final class Journal implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private int notes;

  Journal(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  synchronized void note(String kind, String what) {
    try {
      var line = StandardCharsets.UTF_8.encode(kind + " " + what + "\n");
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(false);
      notes++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many things were noted so far.
  synchronized int notes() {
    return notes;
  }

  /// Everything of one kind, as it was noted.
  List<String> of(String kind) {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(kind + " "))
          .map(line -> line.substring(kind.length() + 1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
