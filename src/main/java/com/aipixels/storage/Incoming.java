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
import java.util.Optional;

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
    Growing growing = begin();
    try (FileChannel channel = growing.channel()) {
      OutputStream out = new BufferedOutputStream(new Slices(channel), BUFFER);
      content.writeTo(out);
      out.flush();
      channel.force(true);
      Files.move(growing.file(), target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(growing.file());
    }
  }

  /// A file without a name for others, gone when it is closed.
  Draft draft() throws IOException {
    while (true) {
      Path file = Files.createTempFile(folder, "", ".part");
      try {
        FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        return new Draft(channel, new BufferedOutputStream(new Slices(channel), BUFFER));
      } catch (NoSuchFileException swept) {
        // by a process that starts in this moment
      }
    }
  }

  void sweep() throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder)) {
      for (Path leftover : leftovers) {
        sweep(leftover);
      }
    }
  }

  /// A new file that is locked. One that is swept before it could be, by a process that starts in
  /// that moment, is replaced.
  private Growing begin() throws IOException {
    while (true) {
      Path file = Files.createTempFile(folder, "", ".part");
      Optional<FileChannel> channel = locked(file);
      if (channel.isPresent()) {
        return new Growing(file, channel.get());
      }
    }
  }

  private static Optional<FileChannel> locked(Path file) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
    } catch (NoSuchFileException swept) {
      return Optional.empty();
    }
    try {
      channel.lock();
      if (Files.exists(file)) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException beingSwept) {
      // falls through
    }
    channel.close();
    return Optional.empty();
  }

  private record Growing(Path file, FileChannel channel) {}

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

  /// Deletes what nobody writes, while nobody can begin to.
  private static void sweep(Path leftover) throws IOException {
    try (FileChannel channel = FileChannel.open(leftover, StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        Files.deleteIfExists(leftover);
      }
    } catch (OverlappingFileLockException | NoSuchFileException writtenHereOrFinished) {
      // stays, or is gone already
    }
  }
}
