package com.aipixels.identity;

/// Clerk gave no good answer, or is not asked for a while because it recently gave none.
final class ClerkAway extends RuntimeException {

  ClerkAway() {
    super("Clerk is left in peace after its last refusal");
  }

  ClerkAway(Throwable cause) {
    super("Clerk gave no good answer", cause);
  }
}
