package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class HouseTestTest {

  @Autowired JdbcClient database;

  @Test
  void runsTheServiceOnAMigratedDatabaseInUtc() {
    assertThat(database.sql("SHOW timezone").query(String.class).single()).isEqualTo("UTC");
    assertThat(
            database
                .sql("SELECT count(*) FROM flyway_schema_history WHERE success")
                .query(Integer.class)
                .single())
        .isEqualTo(migrations());
  }

  private static int migrations() {
    return Path.of("src/main/resources/db/migration").toFile().list().length;
  }
}
