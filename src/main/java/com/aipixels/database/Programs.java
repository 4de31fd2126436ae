package com.aipixels.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/// Runs PostgreSQL's programs. They refuse to serve root, so root runs them in a user namespace of
/// their own, where it is nobody.
record Programs(List<String> prefix) {

  /// What a program said, and how it ended.
  record Outcome(int status, String output) {

    boolean succeeded() {
      return status == 0;
    }
  }

  static Programs forThisUser() throws IOException {
    Programs plain = new Programs(List.of());
    if (!plain.run("id", "-u").output().strip().equals("0")) {
      return plain;
    }
    Programs unshared = new Programs(List.of("unshare", "-U"));
    if (!unshared.canNameItself()) {
      throw new UnusableDatabase(
          "The embedded PostgreSQL refuses to run as root, and this machine allows no user"
              + " namespace (unshare -U) to run it in.",
          "Run AIPixels as another user, or set SPRING_DATASOURCE_URL to a PostgreSQL of your own.");
    }
    return unshared;
  }

  private boolean canNameItself() {
    try {
      return run("id", "-un").succeeded();
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  Outcome run(String... command) throws IOException {
    return runWithInput("", command);
  }

  Outcome runWithInput(String input, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(prefix.stream(), Stream.of(command)).toList())
            .redirectErrorStream(true);
    // PGPORT, PGOPTIONS and their kin are meant for somebody else's server.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(UTF_8));
      }
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Outcome(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while running " + command[0], e);
    }
  }
}
