package com.aipixels.provenance;

import com.aipixels.gallery.PictureFiles;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.StoredObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Looks at the files of pictures that wait for it. Every process may do so at once: each takes
/// other pictures.
@Component
class Fingerprints {

  private static final Logger log = LoggerFactory.getLogger(Fingerprints.class);

  /// Few enough that a member who deletes one of them does not notice the wait.
  private static final int AT_ONCE = 5;

  private final FingerprintTable table;
  private final PictureFiles files;
  private final ObjectStore store;
  private final TransactionOperations transaction;

  Fingerprints(
      FingerprintTable table,
      PictureFiles files,
      ObjectStore store,
      TransactionOperations transaction) {
    this.table = table;
    this.files = files;
    this.store = store;
    this.transaction = transaction;
  }

  /// Looks at some pictures; whether more may be waiting.
  boolean takeSome() {
    return transaction.execute(_ -> {
      List<Integer> claimed = table.claim(Eye.VERSION, AT_ONCE);
      if (!claimed.isEmpty()) {
        table.paths(claimed).forEach(this::take);
      }
      return claimed.size() == AT_ONCE;
    });
  }

  private void take(Paths paths) {
    table.write(Eye.VERSION, paths.imageId(), of(paths));
  }

  /// A picture that lies with somebody else, or whose files are gone, is known by nothing; one that
  /// breaks the eye holds up no other.
  private Fingerprint of(Paths paths) {
    if (!ObjectKey.isValid(paths.file())) {
      return new Fingerprint(List.of(), null);
    }
    try {
      List<byte[]> hashes =
          PictureFiles.keys(new ObjectKey(paths.file())).stream()
              .map(store::open)
              .flatMap(Optional::stream)
              .map(FileHash::of)
              .toList();
      return new Fingerprint(hashes, look(paths));
    } catch (RuntimeException e) {
      log.warn("Could not look at picture {}", paths.imageId(), e);
      return new Fingerprint(List.of(), null);
    }
  }

  private @Nullable Look look(Paths paths) {
    String small = Objects.requireNonNullElse(paths.thumbnail(), paths.file());
    return Optional.of(small)
        .filter(ObjectKey::isValid)
        .flatMap(key -> store.open(new ObjectKey(key)))
        .map(StoredObject::path)
        .flatMap(files::glance)
        .flatMap(Eye::keep)
        .orElse(null);
  }
}
