package com.aipixels.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/// A PostgreSQL for tests, quick instead of durable unless a test needs it durable. It lives in
/// `target/` and dies with the JVM.
public final class TestServer {

  private static final String PREFIX = "postgres-of-";
  private static final ServerOptions QUICK =
      new ServerOptions(
          List.of(
              "fsync=off",
              "full_page_writes=off",
              "synchronous_commit=off",
              "max_connections=1000"));
  private static final ServerOptions DURABLE =
      new ServerOptions(
          Stream.concat(ServerOptions.DURABLE.settings().stream(), Stream.of("max_connections=100"))
              .toList());
  private static final DatabaseSettings SETTINGS =
      new DatabaseSettings(0, Duration.ofMinutes(1), Duration.ofSeconds(10));

  private final AtomicInteger databases = new AtomicInteger();
  private final Postmaster postmaster;
  private final Access access;

  private TestServer(Postmaster postmaster, Access access) {
    this.postmaster = postmaster;
    this.access = access;
  }

  /// The one that the service brings along.
  public static TestServer embedded() {
    return Embedded.SERVER;
  }

  /// One of the test's own, which keeps what it acknowledged however it ends.
  public static TestServer durable() {
    try {
      return start(
          PostgresBinaries.unpackedIn(target()), Programs.forThisUser(), DURABLE, Embedded::make);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `pg_ctl stop -m immediate`: every session is gone at once, and nothing is written any more.
  public void crash() {
    try {
      var cluster = postmaster.cluster();
      var outcome =
          cluster
              .programs()
              .run(
                  cluster.binaries().pgCtl(),
                  "-D",
                  cluster.folder().toString(),
                  "stop",
                  "-w",
                  "-m",
                  "immediate");
      if (!outcome.succeeded() || postmaster.process().isPresent()) {
        throw new AssertionError("It did not go down: " + outcome);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts it where it was; returns some time after it accepts connections.
  public void comeBack() {
    try {
      postmaster.start(access.port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether it accepts connections at this moment.
  public boolean accepts() {
    try (var connection = access.connect()) {
      return connection.isValid(2);
    } catch (SQLException _) {
      return false;
    }
  }

  /// The oldest one that the service supports, where this machine has it.
  public static Stream<TestServer> oldest() {
    return Files.isDirectory(Oldest.FOLDER) ? Stream.of(Oldest.SERVER) : Stream.empty();
  }

  /// A new database like the template; its name.
  public String create(String template) {
    var name = "test_" + databases.incrementAndGet();
    execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
    return name;
  }

  public void execute(String sql) {
    try (var connection = access.connect();
        var statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, 60_000);
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A small pool in UTC that lets go of connections it does not use.
  public HikariDataSource pool(String database) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url(database));
    pool.setUsername(username());
    pool.setPassword(password());
    pool.setMaximumPoolSize(16);
    pool.setMinimumIdle(0);
    pool.setIdleTimeout(10_000);
    pool.setConnectionInitSql("SET TIME ZONE 'UTC'");
    return pool;
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + access.port() + "/" + database;
  }

  public String username() {
    return access.getUsername();
  }

  public String password() {
    return access.getPassword();
  }

  private static TestServer start(
      PostgresBinaries binaries, Programs programs, ServerOptions options, Maker maker)
      throws IOException {
    removeOrphans(binaries, programs);
    var folder = Files.createTempDirectory(target(), PREFIX + ProcessHandle.current().pid() + "-");
    var postmaster = postmaster(folder, binaries, programs, options);
    // After the applications that use it: each of them would wait for a server that has gone.
    SpringApplication.getShutdownHandlers().add(() -> remove(postmaster));
    maker.make(postmaster.cluster());
    var access = new Access(Ports.choose(0, 0), postmaster.cluster().password());
    postmaster.start(access.port());
    return new TestServer(postmaster, access);
  }

  private static Postmaster postmaster(
      Path folder, PostgresBinaries binaries, Programs programs, ServerOptions options) {
    var cluster = new Cluster(folder.resolve("postgres"), binaries, programs);
    return new Postmaster(
        cluster, new ServerLog(folder.resolve("postgres.log")), options, SETTINGS);
  }

  private static Path target() throws IOException {
    return Files.createDirectories(Path.of("target")).toRealPath();
  }

  /// A JVM that was killed ran no shutdown hook.
  private static void removeOrphans(PostgresBinaries binaries, Programs programs)
      throws IOException {
    try (var folders = Files.newDirectoryStream(target(), PREFIX + "*")) {
      for (var folder : folders) {
        var owner = folder.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
        if (ProcessHandle.of(Long.parseLong(owner)).isEmpty()) {
          remove(postmaster(folder, binaries, programs, QUICK));
        }
      }
    }
  }

  /// Hundreds of databases are hundreds of thousands of files: the JVM does not wait for them.
  /// Where its last sessions still end, whoever starts next goes on.
  private static void remove(Postmaster postmaster) {
    try {
      postmaster.process().ifPresent(ProcessHandle::destroyForcibly);
      new ProcessBuilder("rm", "-rf", String.valueOf(postmaster.cluster().folder().getParent()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Maker {
    void make(Cluster cluster) throws IOException;
  }

  private static final class Embedded {

    static final TestServer SERVER = start();

    private static TestServer start() {
      try {
        return TestServer.start(
            PostgresBinaries.unpackedIn(target()), Programs.forThisUser(), QUICK, Embedded::make);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void make(Cluster cluster) throws IOException {
      cluster.create(new SecureRandom());
      cluster.administer(cluster.folder(), "ALTER ROLE aipixels CREATEDB\n");
    }
  }

  private static final class Oldest {

    static final Path FOLDER = Path.of("/usr/lib/postgresql/15");
    static final TestServer SERVER = start();

    private static TestServer start() {
      try {
        return TestServer.start(
            new PostgresBinaries(FOLDER), Programs.forThisUser(), QUICK, Oldest::make);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void make(Cluster cluster) throws IOException {
      var password = Files.writeString(cluster.folder().resolveSibling("password"), "oldest");
      cluster
          .programs()
          .run(
              cluster.binaries().initdb(),
              "--pgdata=" + cluster.folder(),
              "--username=aipixels",
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C.UTF-8");
      Files.move(password, cluster.folder().resolve("aipixels.password"));
      cluster.administer(cluster.folder(), "CREATE DATABASE aipixels\n");
    }
  }
}
