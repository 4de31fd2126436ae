package com.aipixels.gallery;

import com.aipixels.identity.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Which files everybody may see, also while the database does not answer: what it said last is
/// believed for some minutes then. Whoever hides a picture needs the database too; only where this
/// process alone is cut off from it can a picture be shown that is hidden by now.
@Component
final class OpenFiles {

  private static final Duration BELIEVED = Duration.ofMinutes(5);
  private static final int REMEMBERED = 20_000;

  private final FileTable table;
  private final Cache<String, Boolean> open;

  OpenFiles(FileTable table, InstantSource clock) {
    this.table = table;
    this.open =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfterWrite(BELIEVED)
            .build();
  }

  /// As [FileTable#isPublic].
  Optional<Boolean> isPublic(String stem, Viewer viewer) {
    try {
      Optional<Boolean> said = table.isPublic(stem, viewer);
      said.filter(Boolean::booleanValue)
          .ifPresentOrElse(known -> open.put(stem, known), () -> open.invalidate(stem));
      return said;
    } catch (DataAccessException e) {
      Boolean known = open.getIfPresent(stem);
      if (known == null) {
        throw e;
      }
      return Optional.of(known);
    }
  }
}
