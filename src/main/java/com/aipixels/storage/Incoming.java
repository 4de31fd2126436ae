package com.aipixels.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The folder where files grow before they appear under their name. A file that is being written is
/// locked, so that a second process on the same disk sweeps only what a dead one left.
final class Incoming {

  /// The JDK copies a heap buffer to native memory of the same size before it writes.
  private static final int SLICE = 1 << 20;

  private final Path folder;

  Incoming(Path folder) {
    this.folder = folder;
  }

  /// Writes the bytes to the disk itself and only then gives them their name.
  void write(byte[] bytes, Path target) throws IOException {
    Path growing = Files.createTempFile(folder, "", ".part");
    try (FileChannel channel = FileChannel.open(growing, StandardOpenOption.WRITE)) {
      channel.lock();
      writeSlices(bytes, channel);
      channel.force(true);
      Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(growing);
    }
  }

  void sweep() throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder)) {
      for (Path leftover : leftovers) {
        if (!isBeingWritten(leftover)) {
          Files.deleteIfExists(leftover);
        }
      }
    }
  }

  private static void writeSlices(byte[] bytes, FileChannel channel) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.position() < bytes.length) {
      rest.limit(Math.min(bytes.length, rest.position() + SLICE));
      channel.write(rest);
    }
  }

  private static boolean isBeingWritten(Path leftover) throws IOException {
    try (FileChannel channel = FileChannel.open(leftover, StandardOpenOption.WRITE)) {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException | NoSuchFileException writtenHereOrFinished) {
      return true;
    }
  }
}
