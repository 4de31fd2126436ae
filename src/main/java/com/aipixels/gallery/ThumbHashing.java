package com.aipixels.gallery;

import com.aipixels.gallery.UnhashedTable.Waiting;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.StoredObject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Looks at the files of pictures that hang without a ThumbHash. Nothing is locked meanwhile: where
/// two processes look at the same picture, they see the same.
@Component
class ThumbHashing {

  private static final Logger log = LoggerFactory.getLogger(ThumbHashing.class);

  private static final int AT_ONCE = 10;

  private final UnhashedTable table;
  private final PictureFiles files;
  private final ObjectStore store;

  ThumbHashing(UnhashedTable table, PictureFiles files, ObjectStore store) {
    this.table = table;
    this.files = files;
    this.store = store;
  }

  /// Looks at some pictures; whether there were any.
  boolean takeTurn() {
    List<Waiting> some = table.newest(AT_ONCE);
    some.forEach(waiting -> table.settle(waiting, hash(waiting)));
    return !some.isEmpty();
  }

  /// Null for a picture that lies with somebody else, or whose files are gone or broken.
  private @Nullable String hash(Waiting waiting) {
    try {
      return files(waiting)
          .map(store::open)
          .flatMap(Optional::stream)
          .findFirst()
          .map(StoredObject::path)
          .flatMap(files::glance)
          .map(ThumbHash::of)
          .orElse(null);
    } catch (UncheckedIOException e) {
      log.warn("Could not look at picture {}", waiting.imageId(), e);
      return null;
    }
  }

  /// From the smallest to the original.
  private static Stream<ObjectKey> files(Waiting waiting) {
    if (!ObjectKey.isValid(waiting.file())) {
      return Stream.empty();
    }
    ObjectKey original = new ObjectKey(waiting.file());
    String shown = Objects.requireNonNullElse(waiting.thumbnail(), waiting.file());
    return Stream.of(
        PictureFiles.small(original),
        ObjectKey.isValid(shown) ? new ObjectKey(shown) : original,
        original);
  }
}
