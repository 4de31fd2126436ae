package com.aipixels;

import com.aipixels.database.TestServer;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Databases for tests, each of its own, on one embedded server per JVM that starts when the first
/// test asks.
public final class TestDatabase {

  private static final String NOTHING = "template1";

  private TestDatabase() {}

  /// A new database with all migrations applied and no rows, behind a small pool in UTC.
  public static DataSource freshlyMigrated() {
    var server = TestServer.embedded();
    return server.pool(server.create(Template.migrated()));
  }

  /// A new database with nothing in it.
  public static DataSource empty() {
    return empty(TestServer.embedded());
  }

  /// A new database with nothing in it, on that server.
  public static DataSource empty(TestServer server) {
    return server.pool(server.create(NOTHING));
  }

  /// The settings under which the application uses a new, migrated database.
  public static Map<String, String> properties() {
    return properties(TestServer.embedded(), Template.migrated());
  }

  /// The settings under which the application migrates a new, empty database on the oldest server
  /// there is.
  public static Map<String, String> oldestProperties() {
    return properties(TestServer.oldest().findFirst().orElseGet(TestServer::embedded), NOTHING);
  }

  private static Map<String, String> properties(TestServer server, String template) {
    return Map.of(
        "spring.datasource.url", server.url(server.create(template)),
        "spring.datasource.username", server.username(),
        "spring.datasource.password", server.password());
  }

  /// Brings a database to the newest schema, as the application does when it starts; how many
  /// migrations that took.
  public static int migrate(DataSource database) {
    return Flyway.configure()
        .dataSource(database)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate()
        .migrationsExecuted;
  }

  /// Migrated once, then copied.
  private static final class Template {

    private static final String NAME = "migrated";
    private static boolean stands;

    static synchronized String migrated() {
      if (!stands) {
        var server = TestServer.embedded();
        server.execute("CREATE DATABASE " + NAME);
        try (var database = server.pool(NAME)) {
          migrate(database);
        }
        stands = true;
      }
      return NAME;
    }
  }
}
