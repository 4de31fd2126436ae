package com.aipixels.account;

import com.aipixels.identity.UserId;
import com.aipixels.storage.ObjectKey;
import java.util.UUID;

/// An import that this process works on.
///
/// @param attempt counts the processes that did
/// @param done how many lines were dealt with before
record ImportClaim(UUID id, int attempt, UserId member, boolean publish, int done) {

  ObjectKey key() {
    return key(id);
  }

  static ObjectKey key(UUID id) {
    return new ObjectKey(id + ".import.zip");
  }
}
