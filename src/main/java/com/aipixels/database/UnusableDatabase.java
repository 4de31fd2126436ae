package com.aipixels.database;

/// The database cannot be used as it is; the message says why and the remedy what the operator can
/// do.
class UnusableDatabase extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  UnusableDatabase(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  UnusableDatabase(String message, String remedy, Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
