package com.aipixels.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Packages that only tests need, fetched once and kept in `target`.
final class Npm {

  private static final Path HERE = Path.of("target", "npm").toAbsolutePath();

  private Npm() {}

  /// A folder in which `package` is what that package consists of.
  static Path unpacked(String name, String version) {
    var folder = HERE.resolve(name.replace("@", "").replace('/', '-') + "-" + version);
    try {
      if (!Files.exists(folder)) {
        var draft = Files.createTempDirectory(Files.createDirectories(HERE), "draft-");
        run(draft, "npm", "pack", "--silent", name + "@" + version);
        run(draft, "sh", "-c", "tar -xzf *.tgz && rm *.tgz");
        takeItsPlace(draft, folder);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Another JVM may have been quicker.
  private static void takeItsPlace(Path draft, Path folder) throws IOException {
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.exists(folder)) {
        throw e;
      }
    }
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }
}
