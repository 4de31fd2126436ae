import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// An nginx that sends files below `/alone/` on its own, and everything else as `docs/nginx.conf`
/// does.
final class Nginx implements AutoCloseable {

  private static final Path SETTINGS =
      Path.of(System.getProperty("bench.jar")).resolveSibling("../docs/nginx.conf").normalize();

  private static final String HERE =
      """
      daemon off;
      user root;
      pid nginx.pid;
      error_log error.log;
      """;

  private static final String QUIETLY =
      """
      access_log off;
      keepalive_requests 100000000;
      client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp; uwsgi_temp_path temp; scgi_temp_path temp;
      sendfile on;
      """;

  private static final String ALONE =
      """
      listen 127.0.0.1:%d;
      location /alone/ { alias %s/; add_header Cache-Control "public, s-maxage=1, max-age=31536000, immutable"; }
      """;

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Nginx start(Path folder, Path files, int service) throws IOException {
    Files.createDirectories(folder);
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path settings = folder.resolve("nginx.conf");
    Files.writeString(
        settings,
        HERE
            + Files.readString(SETTINGS)
                .replace("sendfile on;", QUIETLY)
                .replace("listen 80;", ALONE.formatted(port, files))
                .replace("127.0.0.1:8080", "127.0.0.1:" + service)
                .replace("/var/lib/aipixels/files", files.toString())
                .replace("/var/cache/aipixels", folder.resolve("cache").toString()));
    ProcessBuilder builder =
        new ProcessBuilder("nginx", "-p", folder.toString(), "-c", settings.toString());
    builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("nginx.log").toFile());
    Nginx nginx = new Nginx(builder.start(), port);
    Runtime.getRuntime().addShutdownHook(new Thread(nginx.process::destroy));
    Service.pause(1_000);
    if (!nginx.process.isAlive()) {
      throw new IOException(Files.readString(folder.resolve("nginx.log")));
    }
    return nginx;
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
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
