package com.aipixels.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/// Migrates only a server that understands our SQL.
@Component
class SupportedServer implements FlywayMigrationStrategy {

  private static final int OLDEST_MAJOR = 15;

  @Override
  public void migrate(Flyway flyway) {
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
      require(connection.getMetaData().getDatabaseMajorVersion());
    } catch (SQLException e) {
      throw new UnusableDatabase(
          "The database does not answer: " + e.getMessage(),
          "Check SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD, and that the server runs.",
          e);
    }
    flyway.migrate();
  }

  static void require(int major) {
    if (major < OLDEST_MAJOR) {
      throw new UnusableDatabase(
          "The database is PostgreSQL %d, and AIPixels needs PostgreSQL %d or newer."
              .formatted(major, OLDEST_MAJOR),
          "Upgrade the server, or leave SPRING_DATASOURCE_URL unset to use the one AIPixels brings.");
    }
  }
}
