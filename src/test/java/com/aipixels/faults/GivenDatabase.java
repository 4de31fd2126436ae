package com.aipixels.faults;

import com.aipixels.database.TestServer;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database that services are given, instead of bringing their own.
record GivenDatabase(TestServer server, String name) {

  static GivenDatabase on(TestServer server) {
    return new GivenDatabase(server, server.create("template1"));
  }

  /// What tells a service of it.
  Map<String, String> environment() {
    return environment(url());
  }

  /// The same for one of several services, whose connections have this name.
  Map<String, String> environmentAs(String application) {
    return environment(url() + "?ApplicationName=" + application);
  }

  /// The same with this line in between.
  Map<String, String> environment(Line line) {
    return environment(url().replace(address(), line.host()));
  }

  /// `host:port`
  String address() {
    return url().replaceFirst("jdbc:postgresql://", "").replaceFirst("/.*", "");
  }

  /// Past the service, with a connection of its own for each question.
  JdbcClient jdbc() {
    return JdbcClient.create(source());
  }

  DriverManagerDataSource source() {
    return new DriverManagerDataSource(url(), server.username(), server.password());
  }

  /// Past the service, for whoever looks so often that new connections would slow everything down.
  HikariDataSource pool() {
    var pool = new HikariDataSource();
    pool.setDataSource(source());
    pool.setMaximumPoolSize(2);
    return pool;
  }

  private String url() {
    return server.url(name);
  }

  private Map<String, String> environment(String url) {
    return Map.of(
        "SPRING_DATASOURCE_URL", url,
        "SPRING_DATASOURCE_USERNAME", server.username(),
        "SPRING_DATASOURCE_PASSWORD", server.password());
  }
}
