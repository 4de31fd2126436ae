package com.aipixels.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("ports of servers")
class EmbeddedPostgresTest {

  private static final DatabaseSettings ANY_PORT =
      new DatabaseSettings(0, Duration.ofMinutes(1), Duration.ofSeconds(2));

  @TempDir Path data;
  private Path programs = Path.of("target");

  @BeforeEach
  void shareTheUnpackedPrograms() throws IOException {
    var shared = PostgresBinaries.unpackedIn(Path.of("target")).folder();
    programs = Files.createSymbolicLink(data.resolve(shared.getFileName()), shared);
  }

  @AfterEach
  void keepTheUnpackedPrograms() throws IOException {
    Files.delete(programs);
  }

  @Test
  void makesADurableDatabaseThatOnlyItsOwnerCanReach() throws Exception {
    try (var postgres = start()) {
      assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(postgres, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(ask(postgres, "SHOW log_timezone")).isEqualTo("UTC");
      assertThat(ask(postgres, "SHOW is_superuser")).isEqualTo("off");
      assertThat(ask(postgres, "SELECT reset_val FROM pg_settings WHERE name = 'data_checksums'"))
          .isEqualTo("on");

      var file = data.resolve("postgres.properties");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      var properties = new Properties();
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
      assertThat(properties)
          .containsEntry("url", postgres.access().getJdbcUrl())
          .containsEntry("username", "aipixels")
          .containsEntry("password", postgres.access().password());
    }
  }

  @Test
  void refusesAWrongPassword() throws Exception {
    try (var postgres = start()) {
      var guess = new Access(postgres.access().port(), "guess");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(guess::connect)
          .satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo("28P01"));
    }
  }

  @Test
  void knowsTheTrigramsOfKorean() throws Exception {
    try (var postgres = start()) {
      run(postgres, "CREATE EXTENSION pg_trgm");
      assertThat(ask(postgres, "SELECT cardinality(show_trgm('고양이'))")).isEqualTo("4");
    }
  }

  @Test
  void keepsDataAndPortAcrossStarts() throws Exception {
    int port;
    try (var postgres = start()) {
      port = postgres.access().port();
      remember(postgres);
    }
    try (var postgres = start()) {
      assertThat(postgres.access().port()).isEqualTo(port);
      assertThat(remembers(postgres)).isTrue();
    }
  }

  @Test
  void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
    int port;
    try (var postgres = start()) {
      port = postgres.access().port();
    }
    try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
        var postgres = start()) {
      assertThat(postgres.access().port()).isNotEqualTo(port);
      assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void takesOverTheServerOfAKilledService() throws Exception {
    PostgresHost.running(data, ServerOptions.DURABLE).kill();
    var server = postmasterPid();

    try (var postgres = start()) {
      assertThat(postgres.process()).map(ProcessHandle::pid).contains(server);
      assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
    }

    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void replacesALeftServerThatRunsWithOtherOptions() throws Exception {
    PostgresHost.running(data, new ServerOptions(List.of("fsync=off"))).kill();
    var server = postmasterPid();

    try (var postgres = start()) {
      assertThat(postgres.process()).map(ProcessHandle::pid).get().isNotEqualTo(server);
      assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
    }
  }

  @Test
  void replacesALeftServerThatNoLongerAnswers() throws Exception {
    PostgresHost.running(data, ServerOptions.DURABLE).kill();
    var server = postmasterPid();
    signal("STOP", server);

    try (var postgres = start()) {
      assertThat(postgres.process()).map(ProcessHandle::pid).get().isNotEqualTo(server);
      assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void recoversWhenServiceAndServerWereKilledTogether() throws Exception {
    var host = PostgresHost.running(data, ServerOptions.DURABLE);
    remember(accessOfHost());
    host.kill();
    signal("KILL", postmasterPid());

    try (var postgres = start()) {
      assertThat(remembers(postgres)).isTrue();
    }
  }

  @Test
  void bringsADeadServerBackUnderTheRunningService() throws Exception {
    try (var postgres = start()) {
      remember(postgres);
      signal("KILL", postmasterPid());

      await().ignoreExceptionsInstanceOf(SQLException.class).until(() -> remembers(postgres));
    }
  }

  @Test
  void startsWhenAnotherProgramHasTheNumberInTheStaleFile() throws Exception {
    List<String> file;
    try (var postgres = start()) {
      remember(postgres);
      file = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }
    file.set(0, String.valueOf(ProcessHandle.current().pid()));
    Files.write(data.resolve("postgres/postmaster.pid"), file);

    try (var postgres = start()) {
      assertThat(remembers(postgres)).isTrue();
    }
  }

  @Test
  void startsAfterAnInitialisationThatWasKilled() throws Exception {
    var host = PostgresHost.starting(data, ServerOptions.DURABLE);
    await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(this::initialises);
    host.kill();
    assertThat(data.resolve("postgres")).doesNotExist();

    try (var postgres = start()) {
      assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
    }
    start().close();
    assertThat(data).isDirectoryNotContaining("glob:**/.draft-*");
  }

  @Test
  void refusesToShareItsFolder() throws Exception {
    var host = PostgresHost.running(data, ServerOptions.DURABLE);
    try {
      assertThatExceptionOfType(UnusableDatabase.class)
          .isThrownBy(this::start)
          .withMessageContaining("in use by another running AIPixels");
    } finally {
      host.process().getOutputStream().close();
      host.process().waitFor();
    }
  }

  @Test
  void refusesTheDataOfAnotherMajorVersion() throws Exception {
    start().close();
    var version = data.resolve("postgres/PG_VERSION");
    Files.writeString(version, "17\n");

    assertThatExceptionOfType(UnusableDatabase.class)
        .isThrownBy(this::start)
        .withMessageContainingAll("PostgreSQL 17", "PostgreSQL 18");

    assertThat(version).hasContent("17");
  }

  @Test
  void showsTheEndOfTheLogWhenTheServerDoesNotStart() throws Exception {
    start().close();
    Files.writeString(
        data.resolve("postgres/postgresql.conf"),
        "no_such_setting = 1\n",
        StandardOpenOption.APPEND);

    assertThatExceptionOfType(UnusableDatabase.class)
        .isThrownBy(this::start)
        .withMessageContaining("no_such_setting");
  }

  @Test
  void keepsTheServerOutOfTheTerminalsProcessGroup() throws Exception {
    try (var _ = start()) {
      assertThat(processGroup(postmasterPid()))
          .isNotEqualTo(processGroup(ProcessHandle.current().pid()));
    }
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(data, ANY_PORT, new SecureRandom());
  }

  private Access accessOfHost() throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(data.resolve("postgres.properties"))) {
      properties.load(reader);
    }
    var url = properties.getProperty("url");
    var port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    return new Access(port, properties.getProperty("password"));
  }

  private boolean initialises() throws IOException {
    try (var drafts = Files.newDirectoryStream(data, ".draft-*")) {
      for (var draft : drafts) {
        if (Files.exists(draft.resolve("PG_VERSION"))) {
          return true;
        }
      }
      return false;
    }
  }

  private long postmasterPid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
  }

  private static void signal(String name, long pid) throws Exception {
    output("kill", "-" + name, String.valueOf(pid));
  }

  private static String processGroup(long pid) throws Exception {
    return output("ps", "-o", "pgid=", "-p", String.valueOf(pid)).strip();
  }

  private static String output(String... command) throws Exception {
    var process = new ProcessBuilder(command).start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }

  private static void remember(EmbeddedPostgres postgres) throws SQLException {
    remember(postgres.access());
  }

  private static void remember(Access access) throws SQLException {
    try (var connection = access.connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE remembered AS SELECT 'it' AS what");
    }
  }

  private static boolean remembers(EmbeddedPostgres postgres) throws SQLException {
    return ask(postgres, "SELECT what FROM remembered").equals("it");
  }

  private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = postgres.access().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = postgres.access().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
