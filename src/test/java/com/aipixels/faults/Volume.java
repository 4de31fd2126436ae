package com.aipixels.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// A small disk of its own, in memory, that can be filled to the last byte or the last name.
final class Volume implements AutoCloseable {

  private static final String FULL = "No space left on device";
  private static final int PAGE = 4096;

  private final Path folder;
  private final Path ballast;

  private Volume(Path folder) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast");
  }

  /// @param options of `mount -t tmpfs -o`
  static Volume mounted(Path folder, String options) throws IOException {
    Files.createDirectories(folder);
    var said = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
    if (!said.isEmpty()) {
      throw new AssertionError(
          "A full disk needs a disk to fill, and this user may mount none (%s); run this as root"
              .formatted(said));
    }
    return new Volume(folder);
  }

  static boolean mayMount() {
    try {
      var folder = Files.createTempDirectory("volume-");
      try (var _ = mounted(folder, "size=1m")) {
        return true;
      } catch (AssertionError _) {
        return false;
      } finally {
        Files.delete(folder);
      }
    } catch (IOException _) {
      return false;
    }
  }

  /// Writes until the kernel refuses.
  void fill() throws IOException {
    try (var channel =
        FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (var size : new int[] {1 << 20, PAGE}) {
        expectFull(() -> {
          while (true) {
            channel.write(ByteBuffer.allocate(size));
          }
        });
      }
    }
  }

  /// Makes empty files until the kernel refuses.
  void useUpNames() throws IOException {
    Files.createDirectories(ballast);
    expectFull(() -> {
      for (var number = 0; ; number++) {
        Files.createFile(ballast.resolve("empty" + number));
      }
    });
  }

  /// Gives back so many pages of four kilobytes.
  void giveBack(int pages) throws IOException {
    try (var channel = FileChannel.open(ballast, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - (long) pages * PAGE);
    }
  }

  void empty() throws IOException {
    if (Files.isDirectory(ballast)) {
      try (var files = Files.list(ballast)) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.deleteIfExists(ballast);
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void expectFull(Writing writing) throws IOException {
    try {
      writing.run();
      throw new AssertionError("It was never full");
    } catch (IOException e) {
      if (!Objects.requireNonNullElse(e.getMessage(), "").contains(FULL)) {
        throw e;
      }
    }
  }

  /// How often a log tells of the kernel's refusal.
  static long refusals(Path log) {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(FULL)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (!run("umount", folder.toString()).isEmpty()) {
      run("umount", "-l", folder.toString());
    }
  }

  /// What it complained of; empty where it did as it was told.
  static String run(String... command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.onExit().join().exitValue() == 0 ? "" : "failed: " + said;
  }
}
