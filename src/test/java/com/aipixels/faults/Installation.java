package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The jar as an operator who wants it to start quickly installs it: unpacked, beside an AOT cache
/// of the classes that a start needs. Made once for each build, by whichever process is first.
final class Installation {

  private static final Path JAR = Path.of("target", "aipixels.jar").toAbsolutePath();
  private static final Path FAULTS = Path.of("target", "faults").toAbsolutePath();

  private Installation() {}

  /// The Java that runs this test.
  static String java() {
    return ProcessHandle.current().info().command().orElseThrow();
  }

  /// What follows the options of the virtual machine's on its command line.
  static List<String> arguments() {
    try {
      Files.createDirectories(FAULTS);
      var folder = FAULTS.resolve("service-" + Files.getLastModifiedTime(JAR).toMillis());
      try (var channel =
              FileChannel.open(
                  FAULTS.resolve("service.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        if (!Files.exists(folder.resolve("made"))) {
          make(folder);
        }
      }
      return List.of(
          "-XX:AOTCache=" + folder.resolve("aipixels.aot"),
          "-jar",
          folder.resolve("aipixels.jar").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path folder) throws IOException {
    run(
        folder,
        Stream.of(
            "-Djarmode=tools",
            "-jar",
            JAR.toString(),
            "extract",
            "--force",
            "--destination",
            folder.toString()));
    run(
        folder,
        Stream.of(
            "-XX:AOTCacheOutput=" + folder.resolve("aipixels.aot"),
            "-Dspring.context.exit=onRefresh",
            "-jar",
            folder.resolve("aipixels.jar").toString()));
    stopDatabase(folder.resolve("data").resolve("postgres").resolve("postmaster.pid"));
    Files.createFile(folder.resolve("made"));
  }

  /// A run that exits as soon as it is ready leaves it to the next.
  private static void stopDatabase(Path pid) throws IOException {
    if (Files.exists(pid)) {
      ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
          .ifPresent(postmaster -> {
            postmaster.destroy();
            postmaster.onExit().join();
          });
    }
  }

  private static void run(Path folder, Stream<String> arguments) throws IOException {
    var command = new ArrayList<>(List.of(java()));
    command.addAll(arguments.toList());
    var log = FAULTS.resolve("installation.log").toFile();
    var builder = new ProcessBuilder(command);
    builder.environment().put("AIPIXELS_DATA", folder.resolve("data").toString());
    builder.environment().put("SERVER_PORT", "0");
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    assertThat(builder.start().onExit().join().exitValue()).as("see " + log).isZero();
  }
}
