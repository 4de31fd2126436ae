package com.aipixels.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

class DatabaseConfigurationTest {

  @TempDir Path data;

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
          .withUserConfiguration(
              DatabaseConfiguration.class, LaneConfiguration.class, Settings.class);

  @Test
  void opensThePoolAfterTheServerAndClosesItBefore() {
    service
        .withPropertyValues("aipixels.data=" + data)
        .run(context -> {
          try (var connection = context.getBean(DataSource.class).getConnection()) {
            assertThat(connection.isValid(5)).isTrue();
          }
          // What is being opened while its pool is closed is closed by the driver, but later; and
          // whoever takes a connection has another one opened.
          await().until(() -> isFilled(context.getBean(Lanes.class)));
        });

    assertThat(data.resolve("postgres.log"))
        .content()
        .contains("database system is shut down")
        .doesNotContain("terminating connection");
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void startsNothingWhenADatabaseIsGiven() {
    service
        .withPropertyValues(
            "aipixels.data=" + data, "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/there")
        .run(context ->
            assertThat(context)
                .hasSingleBean(DataSource.class)
                .doesNotHaveBean(EmbeddedPostgres.class));

    assertThat(data).isEmptyDirectory();
  }

  @Test
  void refusesAServerThatIsTooOld() {
    SupportedServer.require(15);
    assertThatExceptionOfType(UnusableDatabase.class)
        .isThrownBy(() -> SupportedServer.require(14))
        .withMessage("The database is PostgreSQL 14, and AIPixels needs PostgreSQL 15 or newer.");
  }

  @Test
  void tellsTheOperatorWhatToDo() throws Exception {
    var notAFolder = Files.createFile(data.resolve("file"));

    service
        .withPropertyValues("aipixels.data=" + notAFolder)
        .run(context -> {
          var analysis =
              SpringFactoriesLoader.forDefaultResourceLocation()
                  .load(FailureAnalyzer.class, (_, _, _) -> {})
                  .stream()
                  .filter(UnusableDatabaseAnalyzer.class::isInstance)
                  .map(analyzer -> analyzer.analyze(requireNonNull(context.getStartupFailure())))
                  .findFirst();
          assertThat(analysis)
              .hasValueSatisfying(told -> {
                assertThat(told.getDescription()).contains(notAFolder.toString());
                assertThat(told.getAction()).contains("AIPIXELS_DATA");
              });
        });
  }

  private static boolean isFilled(Lanes lanes) throws SQLException {
    for (var lane : Lane.values()) {
      var pool = lane.call(() -> lanes.unwrap(HikariDataSource.class));
      if (pool.getHikariPoolMXBean().getIdleConnections() < pool.getMinimumIdle()) {
        return false;
      }
    }
    return true;
  }

  @EnableConfigurationProperties({DatabaseSettings.class, LaneSettings.class})
  static class Settings {}
}
