package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Counts views: each member's or guest's of a picture once in half an hour, an owner's own not at
/// all. They wait in memory for up to a second; a killed process loses that second's.
@Component
class Views implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Views.class);

  /// What comes beyond it while the database is away goes uncounted.
  private static final int MOST_WAITING = 100_000;

  private static final int KEY_BYTES = 32;

  private final ImageTable images;
  private final ViewTable table;
  private final RandomGenerator random;
  private final Set<Sighting> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  Views(ImageTable images, ViewTable table, RandomGenerator random) {
    this.images = images;
    this.table = table;
    this.random = random;
  }

  /// Notes that the viewer sees a picture.
  ///
  /// @param guest what tells a guest from others
  /// @throws Problem `not_found`
  void note(Viewer viewer, ImageId id, String guest) {
    UserId owner = images.owner(viewer, id).orElseThrow(Problem::notFound);
    String who =
        switch (viewer) {
          case Viewer.Guest() -> "guest " + guest;
          case Viewer.Member(UserId member) -> "member " + member;
        };
    if (!who.equals("member " + owner) && waiting.size() < MOST_WAITING) {
      waiting.add(new Sighting(id, who));
    }
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
  synchronized void count() {
    List<Sighting> batch = List.copyOf(waiting);
    if (batch.isEmpty()) {
      return;
    }
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    table.count(batch, key);
    batch.forEach(waiting::remove);
  }

  @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
  void sweep() {
    table.sweep();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    try {
      count();
    } catch (DataAccessException e) {
      log.warn("Stopped with {} views uncounted: {}", waiting.size(), e.getMessage());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Stops after the web server, so that nothing is noted any more.
  @Override
  public int getPhase() {
    return 0;
  }
}
