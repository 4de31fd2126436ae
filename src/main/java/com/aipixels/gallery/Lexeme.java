package com.aipixels.gallery;

/// A word as PostgreSQL's `tsvector` and `tsquery` take it in, whatever characters it has.
final class Lexeme {

  private Lexeme() {}

  static String quoted(String word) {
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
