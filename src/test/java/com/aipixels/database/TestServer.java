package com.aipixels.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// The embedded server for tests: the product's own, but quick instead of durable, and its role may
/// make databases. It lives in `target/` and dies with the JVM.
public final class TestServer {

  private static final String PREFIX = "postgres-of-";
  private static final ServerOptions QUICK =
      new ServerOptions(
          List.of(
              "fsync=off",
              "full_page_writes=off",
              "synchronous_commit=off",
              "max_connections=300"));

  private final Access access;

  private TestServer(Access access) {
    this.access = access;
  }

  public static TestServer start() {
    try {
      Path target = Files.createDirectories(Path.of("target")).toRealPath();
      var binaries = PostgresBinaries.unpackedIn(target);
      var programs = Programs.forThisUser();
      removeOrphans(target, binaries, programs);
      var folder = Files.createDirectory(target.resolve(PREFIX + ProcessHandle.current().pid()));
      var postmaster = postmaster(folder, binaries, programs);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(postmaster)));
      postmaster.cluster().create(new SecureRandom());
      postmaster
          .cluster()
          .administer(postmaster.cluster().folder(), "ALTER ROLE aipixels CREATEDB\n");
      var access = new Access(Ports.choose(0, 0), postmaster.cluster().password());
      postmaster.start(access.port());
      return new TestServer(access);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return access.port();
  }

  public String username() {
    return access.getUsername();
  }

  public String password() {
    return access.getPassword();
  }

  private static Postmaster postmaster(Path folder, PostgresBinaries binaries, Programs programs) {
    var cluster = new Cluster(folder.resolve("postgres"), binaries, programs);
    return new Postmaster(
        cluster, new ServerLog(folder.resolve("postgres.log")), QUICK, new DatabaseSettings(0, Duration.ofMinutes(1), Duration.ofSeconds(10)));
  }

  /// A JVM that was killed ran no shutdown hook.
  private static void removeOrphans(Path target, PostgresBinaries binaries, Programs programs)
      throws IOException {
    try (Stream<Path> folders =
        Files.list(target).filter(path -> path.getFileName().toString().startsWith(PREFIX))) {
      for (var folder : folders.toList()) {
        var owner = Long.parseLong(folder.getFileName().toString().substring(PREFIX.length()));
        if (ProcessHandle.of(owner).isEmpty()) {
          remove(postmaster(folder, binaries, programs));
        }
      }
    }
  }

  private static void remove(Postmaster postmaster) {
    try {
      postmaster.process().ifPresent(ProcessHandle::destroyForcibly);
      FileSystemUtils.deleteRecursively(postmaster.cluster().folder().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
