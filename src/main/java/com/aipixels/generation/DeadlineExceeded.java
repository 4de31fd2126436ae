package com.aipixels.generation;

/// Whatever the engine is still doing, nobody waits for it any more.
final class DeadlineExceeded extends GivenUp {

  DeadlineExceeded() {
    super("deadline_exceeded", "the engine took too long");
  }
}
