package com.aipixels.database;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Puts the embedded server under Boot's own connection pool: the pool asks for the connection
/// details, so it opens after the server and closes before it.
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseGiven.class)
class DatabaseConfiguration {

  @Bean
  EmbeddedPostgres embeddedPostgres(DatabaseSettings settings, Environment environment) {
    Path data = Path.of(environment.getRequiredProperty("aipixels.data"));
    return EmbeddedPostgres.start(data, settings, new SecureRandom());
  }

  @Bean
  JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgres postgres) {
    return postgres.access();
  }
}
