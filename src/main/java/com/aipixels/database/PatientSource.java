package com.aipixels.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Opens connections, and waits for a server that is away. A pool that fails to open one pauses
/// longer each time, in the end for seconds; this asks again at once, so that a server is used as
/// soon as it is back. Only the thread that fills a pool waits here: who wants a connection waits
/// for the pool, and not for longer than it lets them.
final class PatientSource extends AbstractDataSource {

  /// Nobody answers, the line broke, or the server is starting or stopping.
  private static final Set<String> AWAY = Set.of("08001", "08006", "57P01", "57P02", "57P03");

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final DataSource server;

  PatientSource(DataSource server) {
    this.server = server;
  }

  @Override
  public Connection getConnection() throws SQLException {
    while (true) {
      try {
        return server.getConnection();
      } catch (SQLException e) {
        if (!AWAY.contains(String.valueOf(e.getSQLState()))
            || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("Everybody is the same user here");
  }

  /// A pool would give an attempt as much time as those who wait for it have. The server has its
  /// own: what was begun while nobody answered is to be begun anew soon after.
  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() throws SQLException {
    return server.getLoginTimeout();
  }
}
