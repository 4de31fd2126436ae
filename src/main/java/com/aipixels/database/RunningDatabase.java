package com.aipixels.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/// The embedded database, as programs beside the service find it.
public final class RunningDatabase {

  private RunningDatabase() {}

  /// The settings under which the database of a data folder is reached; none where it does not run.
  ///
  /// @throws RuntimeException saying so where there is no database in that folder
  public static Map<String, String> settings(Path data) {
    try {
      Path cluster = data.toAbsolutePath().resolve("postgres");
      if (!Files.exists(cluster.resolve("PG_VERSION"))) {
        throw new UnusableDatabase(
            "There is no database in " + data + ".",
            "Name the service's data folder with AIPIXELS_DATA, or its database with"
                + " SPRING_DATASOURCE_URL.");
      }
      if (PostmasterPid.of(cluster.toRealPath()).flatMap(PostmasterPid::process).isEmpty()) {
        return Map.of();
      }
      Properties access = new Properties();
      try (Reader file =
          Files.newBufferedReader(data.resolve("postgres.properties"), StandardCharsets.UTF_8)) {
        access.load(file);
      }
      return Map.of(
          "spring.datasource.url", access.getProperty("url", ""),
          "spring.datasource.username", access.getProperty("username", ""),
          "spring.datasource.password", access.getProperty("password", ""));
    } catch (IOException e) {
      throw new UnusableDatabase(
          "The data folder " + data + " cannot be read: " + e,
          "Run the command as the user that runs the service.",
          e);
    }
  }
}
