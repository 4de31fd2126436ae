package com.aipixels.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  private static final DatabaseSettings ANY_PORT = new DatabaseSettings(0, Duration.ofMinutes(1));

  @TempDir Path data;

  @Test
  void makesADurableDatabaseThatOnlyItsOwnerCanReach() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data, ANY_PORT, new SecureRandom())) {
      assertThat(show(postgres, "fsync")).isEqualTo("on");
      assertThat(show(postgres, "full_page_writes")).isEqualTo("on");
      assertThat(show(postgres, "synchronous_commit")).isEqualTo("on");
      assertThat(show(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(show(postgres, "server_encoding")).isEqualTo("UTF8");
      assertThat(show(postgres, "password_encryption")).isEqualTo("scram-sha-256");
      assertThat(show(postgres, "is_superuser")).isEqualTo("off");

      var file = data.resolve("postgres.properties");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      var properties = new Properties();
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
      assertThat(properties)
          .containsEntry("url", postgres.access().getJdbcUrl())
          .containsEntry("username", "aipixels")
          .containsEntry("password", postgres.access().password());
    }
  }

  private static String show(EmbeddedPostgres postgres, String setting) throws Exception {
    try (var connection = postgres.access().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
