import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The founders' stack, `bench/rival`, on the service's database.
final class Rival implements AutoCloseable {

  static final String DRIVER = System.getProperty("bench.driver", "native");

  private static final Path SOURCES =
      Path.of(System.getProperty("bench.jar")).resolveSibling("../bench/rival").normalize();
  private static final Path FOLDER =
      Path.of(System.getProperty("bench.jar")).resolveSibling("bench/rival");
  private static final Path HEADERS = Path.of("/usr/include/node/node_api.h");

  private final Process process;
  private final int port;

  private Rival(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Rival start(Database database, String keys) throws IOException {
    install();
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    ProcessBuilder builder = new ProcessBuilder("node", "server.mjs").directory(FOLDER.toFile());
    builder.environment().putAll(database.environment());
    builder.environment().put("NODE_ENV", "production");
    builder.environment().put("RIVAL_PORT", String.valueOf(port));
    builder.environment().put("RIVAL_JWKS", keys);
    builder.environment().put("RIVAL_DRIVER", DRIVER);
    builder.redirectErrorStream(true).redirectOutput(FOLDER.resolve("rival.log").toFile());
    Rival rival = new Rival(builder.start(), port);
    Runtime.getRuntime().addShutdownHook(new Thread(rival.process::destroy));
    rival.awaitReady();
    return rival;
  }

  /// What the packages are, for the table.
  static String versions() throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> packages =
        DRIVER.equals("pg")
            ? List.of("fastify", "drizzle-orm", "pg")
            : List.of("fastify", "drizzle-orm", "pg", "pg-native");
    for (String name : packages) {
      String json = Files.readString(FOLDER.resolve("node_modules/" + name + "/package.json"));
      text.append(name).append(' ');
      text.append(json.replaceAll("(?s).*?\"version\"\\s*:\\s*\"([^\"]+)\".*", "$1")).append(", ");
    }
    return text + "Node.js " + Programs.run(List.of("node", "--version")).strip();
  }

  private static void install() throws IOException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> sources = Files.list(SOURCES)) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        copy(source);
      }
    }
    copy(SOURCES.resolve("../../src/test/drizzle/schema.mjs"));
    if (!Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))) {
      Map<String, String> environment = new HashMap<>();
      if (Files.exists(HEADERS)) {
        environment.put("npm_config_nodedir", "/usr");
      }
      Programs.run(
          List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund"),
          FOLDER,
          environment);
    }
  }

  private static void copy(Path source) throws IOException {
    Files.copy(
        source, FOLDER.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  private void awaitReady() {
    for (int i = 0; i < 300 && process.isAlive(); i++) {
      try (Http http = new Http(port)) {
        if (http.get("/ours/feed", null) == 200) {
          return;
        }
      } catch (IOException _) {
        // not yet
      }
      Service.pause(100);
    }
    throw new IllegalStateException("The rival did not start; see " + FOLDER.resolve("rival.log"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
