import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/// Where the service's database listens, for programs that speak to it themselves.
record Database(String host, int port, String name, String user, String password) {

  static Database of(Path data) throws IOException {
    Properties access = new Properties();
    try (var file = Files.newBufferedReader(data.resolve("postgres.properties"))) {
      access.load(file);
    }
    URI url = URI.create(access.getProperty("url").substring("jdbc:".length()));
    return new Database(
        url.getHost(),
        url.getPort(),
        url.getPath().substring(1),
        access.getProperty("username"),
        access.getProperty("password"));
  }

  static long postmaster(Path data) throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
  }

  /// As libpq reads it.
  Map<String, String> environment() {
    return Map.of(
        "PGHOST", host,
        "PGPORT", String.valueOf(port),
        "PGDATABASE", name,
        "PGUSER", user,
        "PGPASSWORD", password,
        "PGCLIENTENCODING", "UTF8");
  }
}
