package com.aipixels.faults;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sees at once what is put below a folder of files: what it is put for lasts for milliseconds, and
/// whoever walked through all of them would come too late.
final class Lookout implements AutoCloseable {

  private static final long PATIENCE = 30;

  private final WatchService events;

  /// Makes the folders that are not there yet, as nothing that is put in a new one is seen.
  Lookout(Path files) throws IOException {
    events = FileSystems.getDefault().newWatchService();
    for (var number = 0; number < 256; number++) {
      Files.createDirectories(files.resolve("%02x".formatted(number)));
    }
    try (var folders = Files.walk(files)) {
      for (var folder : folders.filter(Files::isDirectory).toList()) {
        folder.register(events, StandardWatchEventKinds.ENTRY_CREATE);
      }
    }
  }

  /// Returns when a file with this ending appears, or after half a minute without any.
  void await(String ending) throws InterruptedException {
    for (var key = next(); key != null; key = next()) {
      if (key.pollEvents().stream()
          .anyMatch(event -> String.valueOf(event.context()).endsWith(ending))) {
        return;
      }
      key.reset();
    }
  }

  private @Nullable WatchKey next() throws InterruptedException {
    return events.poll(PATIENCE, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    events.close();
  }
}
