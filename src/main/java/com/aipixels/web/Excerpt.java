package com.aipixels.web;

/// The beginning of a longer text, on one line.
final class Excerpt {

  private Excerpt() {}

  /// At most so many code points, the sign of an omission included. Cut between words, where a word
  /// ends in the latter half.
  static String of(String text, int most) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    int end = line.offsetByCodePoints(0, most - 1);
    int space = line.lastIndexOf(' ', end);
    return line.substring(0, space > end / 2 ? space : end) + "…";
  }
}
