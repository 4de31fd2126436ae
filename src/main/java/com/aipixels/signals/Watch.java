package com.aipixels.signals;

/// Somebody who is called; ends it.
public interface Watch extends AutoCloseable {

  @Override
  void close();
}
