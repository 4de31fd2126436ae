package com.aipixels.account;

import com.aipixels.identity.UserId;
import com.aipixels.storage.ObjectKey;
import java.util.UUID;

/// An export that this process makes.
///
/// @param attempt counts the processes that began it; each writes a file of its own
record ExportClaim(UUID id, int attempt, UserId member) {

  ObjectKey key() {
    return key(id, attempt);
  }

  static ObjectKey key(UUID id, int attempt) {
    return new ObjectKey(id + "-" + attempt + ".export.zip");
  }
}
