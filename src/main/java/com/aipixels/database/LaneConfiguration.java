package com.aipixels.database;

import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the lanes in the place of Boot's one pool.
@Configuration(proxyBeanMethods = false)
class LaneConfiguration {

  /// What a line may take longer than the server was told to answer in.
  private static final Duration GRACE = Duration.ofSeconds(1);

  /// How long an attempt to connect may take.
  private static final Duration ATTEMPT = Duration.ofSeconds(1);

  @Bean
  Lanes dataSource(
      LaneSettings settings, DataSourceProperties given, @Nullable JdbcConnectionDetails brought) {
    return new Lanes(settings, answer -> new PatientSource(server(given, brought, answer)));
  }

  /// A migration may take as long as it needs.
  @Bean
  FlywayConfigurationCustomizer withoutTimeouts(
      DataSourceProperties given, @Nullable JdbcConnectionDetails brought) {
    return flyway -> flyway.dataSource(server(given, brought, Duration.ZERO));
  }

  private static DataSource server(
      DataSourceProperties given, @Nullable JdbcConnectionDetails brought, Duration answer) {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setURL(brought == null ? given.determineUrl() : brought.getJdbcUrl());
    server.setUser(brought == null ? given.determineUsername() : brought.getUsername());
    server.setPassword(brought == null ? given.determinePassword() : brought.getPassword());
    server.setTcpKeepAlive(true);
    if (answer.isPositive()) {
      server.setSocketTimeout((int) answer.plus(GRACE).toSeconds());
      server.setLoginTimeout((int) ATTEMPT.toSeconds());
    }
    return server;
  }
}
