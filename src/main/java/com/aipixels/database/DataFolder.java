package com.aipixels.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// The service's data folder, held by one service at a time from [#hold] to [#close], also when the
/// holder dies.
final class DataFolder implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(DataFolder.class);

  /// How the name of everything unfinished begins.
  static final String DRAFT = ".draft-";

  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  static DataFolder hold(Path folder) throws IOException {
    Path root = Files.createDirectories(folder).toRealPath();
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new UnusableDatabase(
          "The data folder " + root + " is in use by another running AIPixels.",
          "Stop the other one, or give this one its own folder with AIPIXELS_DATA.");
    }
    return new DataFolder(root, channel);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  /// Removes what a start that was killed left half-made. Its `initdb` may still be at work there:
  /// then the next sweep removes the rest.
  void sweep() throws IOException {
    try (Stream<Path> drafts =
        Files.list(root).filter(path -> path.getFileName().toString().startsWith(DRAFT))) {
      for (Path draft : drafts.toList()) {
        try {
          FileSystemUtils.deleteRecursively(draft);
        } catch (IOException e) {
          logger.warn("{} is still being written to and stays until the next start", draft);
        }
      }
    }
  }

  Path root() {
    return root;
  }

  Path cluster() {
    return root.resolve("postgres");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  Path properties() {
    return root.resolve("postgres.properties");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
