package com.aipixels.account;

import com.aipixels.identity.UserId;
import com.aipixels.storage.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Removes exports whose time is over, and files that a killed process left.
@Component
class ParcelSweep {

  private static final Logger log = LoggerFactory.getLogger(ParcelSweep.class);

  /// Longer than a file may be there before its row is.
  private static final Duration GRACE = Duration.ofHours(3);

  private static final int AT_ONCE = 100;

  private final ExportTable exports;
  private final ImportTable imports;
  private final Parcels parcels;
  private final InstantSource clock;

  ParcelSweep(ExportTable exports, ImportTable imports, Parcels parcels, InstantSource clock) {
    this.exports = exports;
    this.imports = imports;
    this.parcels = parcels;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 10, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
  void sweep() {
    while (removeExports(null)) {
      log.info("removed expired exports");
    }
    Instant settled = clock.instant().minus(GRACE);
    try (Stream<ObjectKey> keys = parcels.keys()) {
      keys.filter(key -> isOlder(key, settled))
          .gather(Gatherers.windowFixed(AT_ONCE))
          .forEach(this::removeOrphans);
    }
  }

  /// Removes some exports, files first: expired ones, or those of a member. False where there were
  /// none.
  boolean removeExports(@Nullable UserId member) {
    List<ObjectKey> keys = exports.removable(member, AT_ONCE);
    keys.forEach(parcels::delete);
    exports.remove(keys.stream().map(Parcels::id).toList());
    return !keys.isEmpty();
  }

  /// Removes some imports of a member; what they brought is the gallery's by now.
  boolean removeImports(UserId member) {
    List<ObjectKey> keys = imports.files(member);
    keys.forEach(parcels::delete);
    imports.remove(keys.stream().map(Parcels::id).toList());
    return !keys.isEmpty();
  }

  private boolean isOlder(ObjectKey key, Instant settled) {
    return parcels.open(key).filter(file -> file.lastModified().isBefore(settled)).isPresent();
  }

  private void removeOrphans(List<ObjectKey> keys) {
    Set<UUID> ids = keys.stream().map(Parcels::id).collect(Collectors.toSet());
    Set<UUID> wanted = new HashSet<>(exports.among(ids));
    wanted.addAll(imports.among(ids));
    keys.stream().filter(key -> !wanted.contains(Parcels.id(key))).forEach(parcels::delete);
  }
}
