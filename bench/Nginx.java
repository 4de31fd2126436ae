import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// An nginx that sends files below `/alone/` on its own, and below `/files/` what the service says.
final class Nginx implements AutoCloseable {

  private static final String SETTINGS =
      """
      daemon off;
      user root;
      worker_processes auto;
      pid nginx.pid;
      error_log error.log;
      events { worker_connections 1024; }
      http {
        access_log off;
        default_type image/png;
        sendfile on;
        tcp_nopush on;
        keepalive_requests 100000000;
        open_file_cache max=10000 inactive=60s;
        open_file_cache_valid 1s;
        client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp; uwsgi_temp_path temp; scgi_temp_path temp;
        upstream aipixels { server 127.0.0.1:%d; keepalive 64; keepalive_requests 100000000; }
        server {
          listen 127.0.0.1:%d;
          location /alone/ { alias %s/; add_header Cache-Control "public, s-maxage=1, max-age=31536000, immutable"; }
          location /files/ { proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host; proxy_pass http://aipixels; }
          location /_files/ { internal; alias %s/; }
        }
      }
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
    Files.writeString(settings, SETTINGS.formatted(service, port, files, files));
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
