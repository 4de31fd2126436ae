package com.aipixels.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aipixels.TestDatabase;
import com.aipixels.upkeep.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// How a command comes to the database that the service brings along.
@Execution(ExecutionMode.CONCURRENT)
class RunningDatabaseTest {

  private static final DatabaseSettings ANY_PORT =
      new DatabaseSettings(0, Duration.ofMinutes(1), Duration.ofSeconds(2));

  @TempDir Path data;
  private Path programs = Path.of("target");

  @BeforeEach
  void shareTheUnpackedPrograms() throws IOException {
    var shared = PostgresBinaries.unpackedIn(Path.of("target")).folder();
    programs = Files.createSymbolicLink(data.resolve(shared.getFileName()), shared);
  }

  @AfterEach
  void keepTheUnpackedPrograms() throws IOException {
    Files.delete(programs);
  }

  @Test
  void isUsedWhereItRunsAndStartedForTheCommandWhereItDoesNot() throws IOException {
    try (var postgres = EmbeddedPostgres.start(data, ANY_PORT, new SecureRandom())) {
      assertThat(audit()).as("not migrated yet").isEqualTo(2);
      var access = postgres.access();
      TestDatabase.migrate(
          new DriverManagerDataSource(
              access.getJdbcUrl(), access.getUsername(), access.getPassword()));

      assertThat(RunningDatabase.settings(data))
          .containsEntry("spring.datasource.url", access.getJdbcUrl());
      assertThat(audit()).isZero();
      assertThat(postgres.process()).as("still runs").isPresent();
    }
    assertThat(RunningDatabase.settings(data)).isEmpty();

    assertThat(audit()).isZero();

    assertThat(RunningDatabase.settings(data)).as("runs no longer").isEmpty();
  }

  @Test
  void isNotMadeForACommand() {
    assertThatExceptionOfType(UnusableDatabase.class)
        .isThrownBy(() -> RunningDatabase.settings(data))
        .withMessageContaining("There is no database in");
  }

  private int audit() {
    return Command.run(Map.of("aipixels.data", data.toString()), "counters", "audit").status();
  }
}
