package com.aipixels.account;

/// What became of one line of an import.
sealed interface LineResult {

  /// Counted from 1; 0 is the file as a whole.
  int line();

  record Imported(int line) implements LineResult {}

  record Known(int line) implements LineResult {}

  record Refused(int line, String why) implements LineResult {}

  default int imported() {
    return this instanceof Imported ? 1 : 0;
  }

  default int known() {
    return this instanceof Known ? 1 : 0;
  }
}
