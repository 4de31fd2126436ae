package com.aipixels.generation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Hears in every process that a generation changed. One database session listens, and holds the
/// advisory lock that says this process's worker is alive: when the process dies, PostgreSQL lets
/// go of it at once.
@Component
class Signals {

  private static final Logger log = LoggerFactory.getLogger(Signals.class);
  private static final int LISTEN_MILLIS = 500;

  private final DataSource database;
  private final Set<Runnable> always = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<UUID, Set<Runnable>> watchers = new ConcurrentHashMap<>();
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private volatile int worker;
  private volatile boolean alive;

  Signals(DataSource database) {
    this.database = database;
  }

  /// Ends a watch.
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /// This process's number among the workers; 0 until the first connection.
  int worker() {
    return worker;
  }

  /// Whether the database knows that this process lives.
  boolean isAlive() {
    return alive;
  }

  Watch watch(UUID generation, Runnable call) {
    watchers.computeIfAbsent(generation, _ -> ConcurrentHashMap.newKeySet()).add(call);
    return () ->
        watchers.computeIfPresent(
            generation,
            (_, calls) -> {
              calls.remove(call);
              return calls.isEmpty() ? null : calls;
            });
  }

  /// Calls for every change of any generation, and whenever some may have been missed.
  Watch watchAll(Runnable call) {
    always.add(call);
    return () -> always.remove(call);
  }

  /// To be called before the thread that listens begins, so that a stop right after is not missed.
  void start() {
    stopped = new CountDownLatch(1);
  }

  void stop() {
    stopped.countDown();
  }

  /// Listens until stopped; reconnects by itself.
  void listen() {
    while (!waitedForStop(Duration.ZERO)) {
      try (Connection connection = database.getConnection()) {
        announce(connection);
        alive = true;
        callEveryone();
        receive(connection.unwrap(PGConnection.class));
        leave(connection);
      } catch (SQLException | RuntimeException e) {
        // Whatever was heard, a worker that stops listening would never claim again.
        log.warn("Lost the database's signals, trying again: {}", e.getMessage());
        waitedForStop(Duration.ofSeconds(1));
      } finally {
        alive = false;
      }
    }
  }

  private void announce(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      if (worker == 0) {
        worker = number(statement, "SELECT nextval('generation_workers')");
      }
      statement.execute("SELECT pg_advisory_lock(%d, %d)".formatted(QueueTable.LOCK_CLASS, worker));
      statement.execute("LISTEN generations");
    }
  }

  /// The connection goes back to the pool without what this class put on it.
  private static void leave(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("UNLISTEN *");
      statement.execute("SELECT pg_advisory_unlock_all()");
    }
  }

  private void receive(PGConnection connection) throws SQLException {
    while (!waitedForStop(Duration.ZERO)) {
      PGNotification[] notifications = connection.getNotifications(LISTEN_MILLIS);
      for (PGNotification notification : notifications) {
        call(watchers.getOrDefault(UUID.fromString(notification.getParameter()), Set.of()));
      }
      if (notifications.length > 0) {
        call(always);
      }
    }
  }

  private void callEveryone() {
    watchers.values().forEach(Signals::call);
    call(always);
  }

  private static void call(Set<Runnable> calls) {
    calls.forEach(Runnable::run);
  }

  private boolean waitedForStop(Duration wait) {
    try {
      return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
