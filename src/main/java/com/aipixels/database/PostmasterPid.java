package com.aipixels.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What `postmaster.pid` in a cluster says: the process that serves it, or served it when it died.
record PostmasterPid(Path cluster, long pid, int port) {

  /// Larger than any process id, so that a file naming it is stale to PostgreSQL.
  private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

  /// Empty where no server runs or ran into its death, or where the file is not whole yet.
  static Optional<PostmasterPid> of(Path cluster) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file(cluster));
      return lines.size() < 4
          ? Optional.empty()
          : Optional.of(
              new PostmasterPid(
                  cluster,
                  Long.parseLong(lines.get(0).strip()),
                  Integer.parseInt(lines.get(3).strip())));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// The living postmaster of this cluster; empty when the process is gone or its number belongs to
  /// another program by now.
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::serves);
  }

  private boolean serves(ProcessHandle process) {
    String[] arguments = process.info().arguments().orElse(new String[0]);
    return Arrays.asList(arguments).contains(cluster.toString());
  }

  /// PostgreSQL does not start beside a living process of this number, whatever program it is. The
  /// file stays, because it also names the shared memory that orphaned sessions may still use.
  void disown() throws IOException {
    if (process().isEmpty() && ProcessHandle.of(pid).isPresent()) {
      List<String> lines = Files.readAllLines(file(cluster));
      lines.set(0, NOBODY);
      Files.write(file(cluster), lines);
    }
  }

  private static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
