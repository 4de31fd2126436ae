package com.aipixels.identity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Lets one process at a time work through the night. PostgreSQL lets go of the lock by itself when
/// that process dies.
@Component
class OneAtATime {

  private static final Logger log = LoggerFactory.getLogger(OneAtATime.class);
  private static final String LOCK = "(1095323737, 1)";

  private final DataSource database;

  OneAtATime(DataSource database) {
    this.database = database;
  }

  /// Does nothing where another process is at work.
  void run(Runnable work) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (taken(statement)) {
        try {
          work.run();
        } finally {
          statement.execute("SELECT pg_advisory_unlock" + LOCK);
        }
      }
    } catch (SQLException e) {
      log.warn("The database did not say whose turn it is: {}", e.getMessage());
    }
  }

  private static boolean taken(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock" + LOCK)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
