package com.aipixels.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL of one data folder: made at the first start, taken over when it outlived the last
/// service, started again when it dies under this one, stopped on [#close].
final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private static final String CANNOT_CONNECT_NOW = "57P03";
  private static final long WATCH_MILLIS = 250;
  private static final long RETRY_MILLIS = 5000;

  private final DataFolder data;
  private final Postmaster postmaster;
  private final Access access;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread watch;

  private EmbeddedPostgres(DataFolder data, Postmaster postmaster, Access access) {
    this.data = data;
    this.postmaster = postmaster;
    this.access = access;
    this.watch = Thread.ofVirtual().name("postgres-watch").start(this::watch);
  }

  static EmbeddedPostgres start(Path folder, DatabaseSettings settings, RandomGenerator random) {
    return start(folder, settings, ServerOptions.DURABLE, random);
  }

  static EmbeddedPostgres start(
      Path folder, DatabaseSettings settings, ServerOptions options, RandomGenerator random) {
    try {
      DataFolder data = DataFolder.hold(folder);
      try {
        return start(data, settings, options, random);
      } catch (IOException | RuntimeException e) {
        data.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UnusableDatabase(
          "The embedded PostgreSQL cannot use the folder " + folder + ": " + e,
          "Give the service a folder it may write to (AIPIXELS_DATA), with room on its disk.",
          e);
    }
  }

  private static EmbeddedPostgres start(
      DataFolder data, DatabaseSettings settings, ServerOptions options, RandomGenerator random)
      throws IOException {
    data.sweep();
    Cluster cluster =
        new Cluster(
            data.cluster(), PostgresBinaries.unpackedIn(data.root()), Programs.forThisUser());
    if (cluster.exists()) {
      cluster.requireOurMajor();
    } else {
      cluster.create(random);
    }
    Postmaster postmaster = new Postmaster(cluster, new ServerLog(data.log()), options, settings);
    Access access = bringUp(postmaster);
    access.writeTo(data.properties());
    return new EmbeddedPostgres(data, postmaster, access);
  }

  Access access() {
    return access;
  }

  /// The server's process; empty while it is down.
  Optional<ProcessHandle> process() throws IOException {
    return postmaster.process();
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    try {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    postmaster.stop();
    data.close();
  }

  private static Access bringUp(Postmaster postmaster) throws IOException {
    int fixedPort = postmaster.settings().port();
    String password = postmaster.cluster().password();
    int lastPort = postmaster.lastPort();
    if (postmaster.process().isPresent()) {
      Access access = new Access(fixedPort == 0 ? lastPort : fixedPort, password);
      if (postmaster.runsAsWeWouldStartIt(access.port()) && answers(postmaster, access)) {
        logger.info("Took over the running PostgreSQL on port {}", access.port());
        return access;
      }
      postmaster.stop();
    }
    Access access = new Access(Ports.choose(fixedPort, lastPort), password);
    postmaster.start(access.port());
    logger.info("Started PostgreSQL on port {}", access.port());
    return access;
  }

  private static boolean answers(Postmaster postmaster, Access access) throws IOException {
    long deadline = System.nanoTime() + postmaster.settings().stopTimeout().toNanos();
    while (postmaster.process().isPresent()) {
      try (Connection connection = access.connect()) {
        return connection.isValid(2);
      } catch (SQLException e) {
        boolean recovering = CANNOT_CONNECT_NOW.equals(e.getSQLState());
        if (!recovering && System.nanoTime() > deadline) {
          return false;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WATCH_MILLIS));
      }
    }
    return false;
  }

  private void watch() {
    long pause = WATCH_MILLIS;
    try {
      while (!closing.await(pause, TimeUnit.MILLISECONDS)) {
        pause = revive() ? WATCH_MILLIS : RETRY_MILLIS;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean revive() {
    try {
      if (postmaster.process().isEmpty()) {
        logger.warn("The embedded PostgreSQL is gone; starting it again");
        postmaster.start(access.port());
        logger.info("Started PostgreSQL again on port {}", access.port());
      }
      return true;
    } catch (IOException | UnusableDatabase e) {
      logger.error("The embedded PostgreSQL did not start again: {}", e.getMessage());
      return false;
    }
  }
}
