import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The jar, running on a data folder and a port of its own.
final class Service implements AutoCloseable {

  private static final Path JAR = Path.of(System.getProperty("bench.jar"));

  private final Path data;
  private final int port;
  private final Process process;

  private Service(Path data, int port, Process process) {
    this.data = data;
    this.port = port;
    this.process = process;
  }

  static Service start(Path data, Map<String, String> settings, String... arguments) {
    return start(data, freePort(), settings, arguments);
  }

  /// @param settings environment variables beyond those that every measurement needs
  static Service start(Path data, int port, Map<String, String> settings, String... arguments) {
    try {
      Files.createDirectories(data);
      List<String> command = new ArrayList<>(List.of(java(), "-jar", JAR.toString()));
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("AIPIXELS_DATA", data.toString());
      builder.environment().put("SERVER_PORT", String.valueOf(port));
      builder.environment().put("AIPIXELS_RATE_LIMITS", "off");
      builder.environment().putAll(settings);
      File log = data.resolve("service.log").toFile();
      builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
      Service service = new Service(data, port, builder.start());
      Runtime.getRuntime().addShutdownHook(new Thread(service.process::destroy));
      service.awaitReady(Duration.ofMinutes(10));
      return service;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return port;
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  long pid() {
    return process.pid();
  }

  Path data() {
    return data;
  }

  /// As the service itself reaches its database.
  Connection database() throws SQLException {
    Properties access = new Properties();
    try (var file = Files.newBufferedReader(data.resolve("postgres.properties"))) {
      access.load(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    access.setProperty("user", access.getProperty("username"));
    return DriverManager.getConnection(access.getProperty("url"), access);
  }

  /// CPU time in nanoseconds that the service and its database have used: { service, database }.
  long[] cpu() {
    long database = backends().stream().mapToLong(pid -> ticks(pid)).sum();
    return new long[] {ticks(process.pid()) * 10_000_000, database * 10_000_000};
  }

  /// Kills it as a power cut would, only the database stays.
  void kill() {
    process.destroyForcibly();
    await(Duration.ofSeconds(30));
  }

  @Override
  public void close() {
    process.destroy();
    await(Duration.ofMinutes(2));
  }

  private void await(Duration longest) {
    try {
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IllegalStateException("It did not start; see " + data.resolve("service.log"));
      }
      try (Http http = new Http(port)) {
        if (http.get("/readyz", null) == 200) {
          return;
        }
      } catch (IOException e) {
        // not yet
      }
      pause(100);
    }
    throw new IllegalStateException("It was not ready in time; see " + data.resolve("service.log"));
  }

  private List<Long> backends() {
    try {
      long postmaster =
          Long.parseLong(
              Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
      try (Stream<ProcessHandle> children = ProcessHandle.of(postmaster).orElseThrow().children()) {
        return children.map(ProcessHandle::pid).toList();
      }
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    } catch (IOException e) {
      return 0;
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
