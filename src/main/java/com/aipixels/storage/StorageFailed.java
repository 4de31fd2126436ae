package com.aipixels.storage;

import java.io.IOException;

/// The disk refused: full, read-only, broken or gone. Nothing half-written is visible; trying again
/// later is safe.
public final class StorageFailed extends RuntimeException {

  StorageFailed(String what, IOException cause) {
    super(what, cause);
  }
}
