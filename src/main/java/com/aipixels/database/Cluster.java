package com.aipixels.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.springframework.util.FileSystemUtils;

/// The folder that holds PostgreSQL's data. It appears whole, with our database and role in it, or
/// not at all.
record Cluster(Path folder, PostgresBinaries binaries, Programs programs) {

  private static final String PASSWORD_FILE = "aipixels.password";

  boolean exists() {
    return Files.exists(folder.resolve("PG_VERSION"));
  }

  void create(RandomGenerator random) throws IOException {
    Path draft = Files.createTempDirectory(folder.getParent(), DataFolder.DRAFT);
    try {
      initialise(draft, random);
      Files.move(draft, folder, ATOMIC_MOVE);
      try (FileChannel parent = FileChannel.open(folder.getParent(), StandardOpenOption.READ)) {
        parent.force(true);
      }
    } catch (IOException | RuntimeException e) {
      FileSystemUtils.deleteRecursively(draft);
      throw e;
    }
  }

  void requireOurMajor() throws IOException {
    String version = Files.readString(folder.resolve("PG_VERSION")).strip();
    if (!version.equals(String.valueOf(PostgresBinaries.MAJOR))) {
      throw new UnusableDatabase(
          "The data in %s was written by PostgreSQL %s, and this AIPixels brings PostgreSQL %d."
              .formatted(folder, version, PostgresBinaries.MAJOR),
          "Run the AIPixels that wrote it, or move the data with pg_upgrade or pg_dump of"
              + " PostgreSQL %d; nothing was changed.".formatted(PostgresBinaries.MAJOR));
    }
  }

  String password() throws IOException {
    try {
      return Files.readString(folder.resolve(PASSWORD_FILE)).strip();
    } catch (NoSuchFileException e) {
      throw new UnusableDatabase(
          "The database in " + folder + " has lost its password file, " + PASSWORD_FILE + ".",
          "Restore that file; its password is also in postgres.properties.",
          e);
    }
  }

  private void initialise(Path draft, RandomGenerator random) throws IOException {
    Path superuser = draft.resolveSibling(draft.getFileName() + ".superuser");
    try {
      // Nobody needs the superuser over the network, so nobody is told its password.
      PrivateFile.write(superuser, secret(random));
      require(
          programs.run(
              binaries.initdb(),
              "--pgdata=" + draft,
              "--username=postgres",
              "--pwfile=" + superuser,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C.UTF-8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--lc-messages=C",
              "--set=max_connections=100",
              "--set=shared_buffers=128MB",
              // The details of an error would put members' words into the log.
              "--set=log_error_verbosity=terse"));
    } finally {
      Files.deleteIfExists(superuser);
    }
    String password = secret(random);
    PrivateFile.write(draft.resolve(PASSWORD_FILE), password);
    administer(
        draft,
        """
        CREATE ROLE aipixels LOGIN PASSWORD '%s'
        CREATE DATABASE aipixels OWNER aipixels
        """
            .formatted(password));
  }

  /// Runs SQL, one statement a line, as the superuser of a cluster that no server serves.
  void administer(Path stopped, String statements) throws IOException {
    require(
        programs.runWithInput(
            statements,
            binaries.postgres(),
            "--single",
            "-D",
            stopped.toString(),
            "-c",
            "exit_on_error=on",
            "postgres"));
  }

  private static void require(Programs.Outcome outcome) {
    if (!outcome.succeeded()) {
      throw new UnusableDatabase(
          "The embedded database could not be made:\n" + outcome.output().strip(),
          "Mend what PostgreSQL names above and start again; nothing half-made was kept.");
    }
  }

  private static String secret(RandomGenerator random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
