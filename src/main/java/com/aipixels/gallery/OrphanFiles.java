package com.aipixels.gallery;

import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Removes files that a killed process stored for a picture which then never came to hang.
@Component
class OrphanFiles {

  private static final Logger log = LoggerFactory.getLogger(OrphanFiles.class);

  /// Longer than any request may take from storing its files to hanging them.
  private static final Duration GRACE = Duration.ofHours(3);

  private static final int AT_ONCE = 500;

  private final ObjectStore store;
  private final FileTable table;
  private final InstantSource clock;

  OrphanFiles(ObjectStore store, FileTable table, InstantSource clock) {
    this.store = store;
    this.table = table;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void sweep() {
    Instant settled = clock.instant().minus(GRACE);
    try (Stream<ObjectKey> keys = store.keys()) {
      keys.filter(key -> isOlder(key, settled))
          .gather(Gatherers.windowFixed(AT_ONCE))
          .forEach(this::removeOrphans);
    }
  }

  private boolean isOlder(ObjectKey key, Instant settled) {
    return store.open(key).filter(file -> file.lastModified().isBefore(settled)).isPresent();
  }

  private void removeOrphans(List<ObjectKey> keys) {
    Set<String> stems = keys.stream().map(ObjectKey::stem).collect(Collectors.toSet());
    Set<String> hanging = table.hanging(stems);
    List<ObjectKey> orphans = keys.stream().filter(key -> !hanging.contains(key.stem())).toList();
    orphans.forEach(store::delete);
    if (!orphans.isEmpty()) {
      log.info("removed {} files without a picture", orphans.size());
    }
  }
}
