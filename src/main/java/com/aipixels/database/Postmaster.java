package com.aipixels.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts and stops the server of one cluster through `pg_ctl`, which puts it into a session of its
/// own: an interrupt on the terminal reaches the service and not the server.
record Postmaster(
    Cluster cluster, ServerLog log, ServerOptions options, DatabaseSettings settings) {

  private static final Logger logger = LoggerFactory.getLogger(Postmaster.class);

  private static final Pattern PORT = Pattern.compile("\"-p\" \"(\\d+)\"");
  private static final String ORPHANS = "pre-existing shared memory block";
  private static final Duration PAUSE = Duration.ofMillis(100);

  /// The living server of this cluster, whoever started it.
  Optional<ProcessHandle> process() throws IOException {
    return PostmasterPid.of(cluster.folder()).flatMap(PostmasterPid::process);
  }

  /// Whether the living server is this program with these options.
  boolean runsAsWeWouldStartIt(int port) throws IOException {
    List<String> arguments =
        Stream.concat(
                Stream.of("-D", cluster.folder().toString()), options.arguments(port).stream())
            .toList();
    return process()
        .map(ProcessHandle::info)
        .filter(info -> info.command().equals(Optional.of(cluster.binaries().postgres())))
        .flatMap(ProcessHandle.Info::arguments)
        .map(Arrays::asList)
        .equals(Optional.of(arguments));
  }

  /// The port of the last start; 0 before the first.
  int lastPort() throws IOException {
    Path file = cluster.folder().resolve("postmaster.opts");
    if (!Files.exists(file)) {
      return 0;
    }
    Matcher matcher = PORT.matcher(Files.readString(file));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /// Returns when the server accepts connections, after whatever recovery it needs.
  void start(int port) throws IOException {
    Optional<PostmasterPid> last = PostmasterPid.of(cluster.folder());
    if (last.isPresent()) {
      last.get().disown();
    }
    log.roll();
    long before = log.end();
    long deadline = System.nanoTime() + settings.startTimeout().toNanos();
    while (!started(port)) {
      String end = log.tail(before);
      // Sessions of a killed postmaster notice within moments that they are orphans.
      if (!end.contains(ORPHANS) || System.nanoTime() > deadline) {
        throw new UnusableDatabase(
            "The embedded PostgreSQL did not start on port %d. Its log ends with:\n%s"
                .formatted(port, end),
            "Mend what the log names and start again; all of it is in " + log.file() + ".");
      }
      before = log.end();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  void stop() throws IOException {
    for (String mode : List.of("fast", "immediate")) {
      if (process().isEmpty() || stopped(mode)) {
        return;
      }
      logger.warn("The embedded PostgreSQL did not follow a {} stop", mode);
    }
    // The write-ahead log makes this safe: the next start recovers.
    process().ifPresent(ProcessHandle::destroyForcibly);
    long deadline = System.nanoTime() + settings.stopTimeout().toNanos();
    while (process().isPresent() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean stopped(String mode) throws IOException {
    return pgCtl("stop", "-w", "-m", mode, "-t", seconds(settings.stopTimeout())).succeeded();
  }

  private boolean started(int port) throws IOException {
    return pgCtl(
            "start",
            "-w",
            "-t",
            seconds(settings.startTimeout()),
            "-l",
            log.file().toString(),
            "-o",
            String.join(" ", options.arguments(port)))
        .succeeded();
  }

  private static String seconds(Duration duration) {
    return String.valueOf(duration.toSeconds());
  }

  private Programs.Outcome pgCtl(String... arguments) throws IOException {
    Stream<String> command =
        Stream.of(cluster.binaries().pgCtl(), "-D", cluster.folder().toString());
    return cluster
        .programs()
        .run(Stream.concat(command, Stream.of(arguments)).toArray(String[]::new));
  }
}
