package com.aipixels.signals;

import com.aipixels.database.Lane;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Hears in every process what is said by `NOTIFY`. One database session listens for all rooms, and
/// holds the advisory lock that says this process lives: when it dies, PostgreSQL lets go of it at
/// once.
@Component
public class Signals implements SmartLifecycle {

  /// The first key of a living process's advisory lock; the second is its number.
  public static final int LOCK_CLASS = 0x41495058;

  private static final Logger log = LoggerFactory.getLogger(Signals.class);
  private static final int LISTEN_MILLIS = 500;
  private static final Duration FINISH = Duration.ofSeconds(10);

  private final DataSource database;
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private volatile Thread listener = Thread.ofPlatform().unstarted(() -> {});
  private volatile int worker;
  private volatile boolean alive;

  Signals(DataSource database) {
    this.database = database;
  }

  /// What is said on one channel. To be asked for while the service is put together: whoever begins
  /// to listen asks for all channels once.
  public Channel channel(String name) {
    return channels.computeIfAbsent(name, _ -> new Channel());
  }

  /// This process's number among all; 0 until the first connection.
  public int worker() {
    return worker;
  }

  /// Whether the database knows that this process lives.
  public boolean isAlive() {
    return alive;
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    listener =
        Thread.ofPlatform().name("signals").daemon().start(() -> Lane.VITAL.run(this::listen));
  }

  @Override
  public void stop() {
    stopped.countDown();
    try {
      listener.join(FINISH);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }

  /// Listens before anybody works, and until nobody does any more.
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  /// Listens until stopped; reconnects by itself.
  private void listen() {
    while (!waitedForStop(Duration.ZERO)) {
      try (Connection connection = database.getConnection()) {
        announce(connection);
        alive = true;
        channels.values().forEach(Channel::callEveryone);
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
      // A session that was cut off may hold the lock for a while after its line broke.
      while (worker == 0 || !locked(statement, worker)) {
        worker = number(statement, "SELECT nextval('generation_workers')");
      }
      for (String name : channels.keySet()) {
        statement.execute("LISTEN " + name);
      }
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
      for (PGNotification notification : connection.getNotifications(LISTEN_MILLIS)) {
        channel(notification.getName()).call(notification.getParameter());
      }
    }
  }

  private boolean waitedForStop(Duration wait) {
    try {
      return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static boolean locked(Statement statement, int worker) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT pg_try_advisory_lock(%d, %d)".formatted(LOCK_CLASS, worker))) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
