package com.aipixels.storage;

import java.nio.file.Path;

/// Object stores for tests of other rooms.
public final class Stores {

  private Stores() {}

  /// A store below this data folder.
  public static ObjectStore in(Path data) {
    return new ObjectStore(new StorageSettings(data.toString(), ""));
  }
}
