package com.aipixels.database;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A Java process of its own that runs the embedded PostgreSQL until its input ends, for tests to
/// kill.
record PostgresHost(Process process) {

  static void main(String[] arguments) throws IOException {
    var settings = new DatabaseSettings(0, Duration.ofMinutes(1), Duration.ofSeconds(5));
    var options = new ServerOptions(List.of(arguments).subList(1, arguments.length));
    try (var _ =
        EmbeddedPostgres.start(Path.of(arguments[0]), settings, options, new SecureRandom())) {
      System.out.println("ready");
      System.in.read();
    }
  }

  static PostgresHost starting(Path data, ServerOptions options) throws IOException {
    var command =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            PostgresHost.class.getName(),
            data.toString());
    return new PostgresHost(
        new ProcessBuilder(Stream.concat(command, options.settings().stream()).toList())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  static PostgresHost running(Path data, ServerOptions options) throws IOException {
    var host = starting(data, options);
    for (String line : (Iterable<String>) host.process.inputReader().lines()::iterator) {
      if (line.equals("ready")) {
        return host;
      }
    }
    throw new IOException("The host ended before it was ready");
  }

  /// As by `kill -9`: no shutdown hook runs.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
