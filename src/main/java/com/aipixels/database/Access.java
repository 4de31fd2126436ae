package com.aipixels.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// How to reach the embedded database.
record Access(int port, String password) implements JdbcConnectionDetails {

  static final String NAME = "aipixels";

  @Override
  public String getJdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  @Override
  public String getUsername() {
    return NAME;
  }

  @Override
  public String getPassword() {
    return password;
  }

  /// One connection outside any pool, refused within seconds where nobody answers.
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", NAME);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "3");
    return DriverManager.getConnection(getJdbcUrl(), properties);
  }

  void writeTo(Path file) throws IOException {
    PrivateFile.write(
        file,
        """
        # How to reach the embedded database; written anew at every start.
        url=%s
        username=%s
        password=%s
        """
            .formatted(getJdbcUrl(), NAME, password));
  }

  @Override
  public String toString() {
    return getJdbcUrl();
  }
}
