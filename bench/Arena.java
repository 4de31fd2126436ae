import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Everybody who is measured, on one database.
final class Arena implements AutoCloseable {

  final Path data;
  final Facts facts;
  final Clerk clerk;
  final Service service;
  final Database database;
  final Rival rival;
  private final Map<Long, String> tokens = new HashMap<>();

  /// @param withRival whether the rival is started, too
  Arena(Path data, boolean withRival) throws Exception {
    this.data = data;
    this.facts = Facts.of(data);
    this.clerk = new Clerk(facts.seed());
    this.service = Service.start(data, clerk.settings());
    this.database = Database.of(data);
    Rival started = null;
    if (withRival) {
      try (var connection = service.database()) {
        FoundingCopy.make(connection);
        FoundingCopy.publish(connection, firstPublic(), lastPublic());
      }
      started =
          Rival.start(database, clerk.settings().get("AIPIXELS_CLERK_API_URL") + "/jwks");
    }
    this.rival = started;
  }

  /// In the middle of all pictures lies a tenth of them, at most 100,000, that is public without a
  /// gap: pgbench draws from numbers, and a private picture would be less work.
  long firstPublic() {
    return facts.pictures() / 2 + 1;
  }

  long lastPublic() {
    return firstPublic() + Math.min(100_000, facts.pictures() / 10) - 1;
  }

  /// Valid for the service and for the rival.
  String token(long member) {
    return tokens.computeIfAbsent(
        member, nr -> clerk.token(clerk.member(nr), service.origin()));
  }

  Meter meter() throws IOException {
    return Meter.read(
        service.pid(), Database.postmaster(data), rival == null ? 0 : rival.pid(), 0);
  }

  @Override
  public void close() {
    if (rival != null) {
      rival.close();
    }
    service.close();
    clerk.close();
  }
}
