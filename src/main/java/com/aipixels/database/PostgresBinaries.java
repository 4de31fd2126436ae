package com.aipixels.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/// The folder with PostgreSQL's programs, unpacked once from the class path.
record PostgresBinaries(Path folder) {

  /// The major version of the server on the class path.
  static final int MAJOR = 18;

  /// Unpacks into a folder named after the archive's content, so that another version gets another
  /// folder; a folder that stands is complete.
  static PostgresBinaries unpackedIn(Path parent) throws IOException {
    Path folder = parent.resolve("postgres-bin-" + fingerprint());
    if (!Files.isDirectory(folder)) {
      Path draft = Files.createTempDirectory(Files.createDirectories(parent), DataFolder.DRAFT);
      try (InputStream archive = archive()) {
        TarXz.unpack(archive, draft);
        Files.move(draft, folder, ATOMIC_MOVE);
      } catch (IOException e) {
        FileSystemUtils.deleteRecursively(draft);
        // Another process may have been quicker.
        if (!Files.isDirectory(folder)) {
          throw e;
        }
      }
    }
    return new PostgresBinaries(folder.toRealPath());
  }

  String initdb() {
    return program("initdb");
  }

  String pgCtl() {
    return program("pg_ctl");
  }

  String postgres() {
    return program("postgres");
  }

  private String program(String name) {
    return folder.resolve("bin", name).toString();
  }

  private static String fingerprint() throws IOException {
    try (InputStream archive = archive()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream archive() {
    String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    String machine =
        switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
          case "aarch64", "arm64" -> "arm_64";
          default -> "x86_64";
        };
    String name = "/postgres-" + system + "-" + machine + ".txz";
    InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
    if (archive == null) {
      throw new UnusableDatabase(
          "This build of AIPixels brings no PostgreSQL for " + system + " on " + machine + ".",
          "Build it on such a machine, or set SPRING_DATASOURCE_URL to a PostgreSQL of your own.");
    }
    return archive;
  }
}
