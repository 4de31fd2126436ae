package com.aipixels.account;

/// The work at hand is somebody else's by now, or not wanted any more.
final class LostTurn extends RuntimeException {

  LostTurn() {
    super(null, null, false, false);
  }

  /// Whoever holds the turn changes a row.
  static void unless(int changedRows) {
    if (changedRows == 0) {
      throw new LostTurn();
    }
  }
}
