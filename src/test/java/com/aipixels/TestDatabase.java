package com.aipixels;

import com.aipixels.database.TestServer;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Databases for tests, each of its own, on one embedded server per JVM.
public final class TestDatabase {

  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger count = new AtomicInteger();

  private TestDatabase() {}

  /// A new database with all migrations applied and no rows, behind a small pool in UTC.
  public static DataSource freshlyMigrated() {
    return pool(create(Server.migrated()));
  }

  /// A new database with nothing in it.
  public static DataSource empty() {
    return pool(create("template1"));
  }

  /// The settings under which the application uses a freshly migrated database.
  public static Map<String, String> properties() {
    return Map.of(
        "spring.datasource.url", url(create(Server.migrated())),
        "spring.datasource.username", Server.RUNNING.username(),
        "spring.datasource.password", Server.RUNNING.password());
  }

  /// Brings a database to the newest schema, as the application does when it starts.
  public static void migrate(DataSource database) {
    Flyway.configure()
        .dataSource(database)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  private static String create(String template) {
    var name = "test_" + count.incrementAndGet();
    execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
    return name;
  }

  private static void execute(String sql) {
    var server = Server.RUNNING;
    try (var connection =
            DriverManager.getConnection(url("aipixels"), server.username(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HikariDataSource pool(String name) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url(name));
    pool.setUsername(Server.RUNNING.username());
    pool.setPassword(Server.RUNNING.password());
    pool.setMaximumPoolSize(16);
    pool.setMinimumIdle(0);
    pool.setIdleTimeout(10_000);
    pool.setConnectionInitSql("SET TIME ZONE 'UTC'");
    return pool;
  }

  private static String url(String name) {
    return "jdbc:postgresql://127.0.0.1:" + Server.RUNNING.port() + "/" + name;
  }

  /// Started by the first test that asks.
  private static final class Server {

    static final TestServer RUNNING = TestServer.start();
    private static boolean templateStands;

    static synchronized String migrated() {
      if (!templateStands) {
        execute("CREATE DATABASE " + TEMPLATE);
        try (var database = pool(TEMPLATE)) {
          migrate(database);
        }
        templateStands = true;
      }
      return TEMPLATE;
    }
  }
}
