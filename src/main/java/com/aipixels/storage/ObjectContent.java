package com.aipixels.storage;

import java.io.IOException;
import java.io.OutputStream;

/// What an object consists of, written piece by piece.
@FunctionalInterface
public interface ObjectContent {

  /// Writes all of it. Where this throws, nothing is kept.
  void writeTo(OutputStream out) throws IOException;
}
