package com.aipixels.account;

import com.aipixels.storage.Draft;
import com.aipixels.storage.ObjectContent;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.StoredObject;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Exports on their way out and imports on their way in, in `parcels/` beside the pictures.
@Component
class Parcels {

  private final ObjectStore store;

  Parcels(ObjectStore pictures) {
    this.store = pictures.beside("parcels");
  }

  void put(ObjectKey key, ObjectContent content) {
    store.put(key, content);
  }

  Optional<StoredObject> open(ObjectKey key) {
    return store.open(key);
  }

  Draft draft() {
    return store.draft();
  }

  void delete(ObjectKey key) {
    store.delete(key);
  }

  Stream<ObjectKey> keys() {
    return store.keys();
  }

  /// The export or import that a file belongs to; every name begins with it.
  static UUID id(ObjectKey key) {
    return UUID.fromString(key.value().substring(0, 36));
  }
}
