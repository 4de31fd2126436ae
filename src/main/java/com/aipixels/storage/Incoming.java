package com.aipixels.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

  private static final int BUFFER = 1 << 16;

  private final Path folder;

  Incoming(Path folder) {
    this.folder = folder;
  }

  /// Writes the content to the disk itself and only then gives it its name.
  void write(ObjectContent content, Path target) throws IOException {
    Path growing = Files.createTempFile(folder, "", ".part");
    try (FileChannel channel = FileChannel.open(growing, StandardOpenOption.WRITE)) {
      channel.lock();
      OutputStream out = new BufferedOutputStream(new Slices(channel), BUFFER);
      content.writeTo(out);
      out.flush();
      channel.force(true);
      Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(growing);
    }
  }

  /// A file without a name for others, gone when it is closed.
  Draft draft() throws IOException {
    Path growing = Files.createTempFile(folder, "", ".part");
    FileChannel channel =
        FileChannel.open(
            growing,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    channel.lock();
    return new Draft(channel, new BufferedOutputStream(new Slices(channel), BUFFER));
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

  /// Everything that is written, in pieces that need little native memory.
  private static final class Slices extends OutputStream {

    private final FileChannel channel;

    Slices(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      rest.limit(offset).position(offset);
      while (rest.position() < offset + length) {
        rest.limit(Math.min(offset + length, rest.position() + SLICE));
        channel.write(rest);
      }
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
