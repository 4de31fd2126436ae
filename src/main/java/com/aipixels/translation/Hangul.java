package com.aipixels.translation;

/// What is Korean script, by Unicode block.
final class Hangul {

  private Hangul() {}

  static boolean isPresent(String text) {
    return text.codePoints().anyMatch(Hangul::isHangul);
  }

  /// Letters of any kind: syllables, and the jamo they are made of.
  static boolean isHangul(int codePoint) {
    return isSyllable(codePoint)
        || isConjoining(codePoint)
        || (codePoint >= 0x3130 && codePoint <= 0x318F);
  }

  static boolean isSyllable(int codePoint) {
    return codePoint >= 0xAC00 && codePoint <= 0xD7A3;
  }

  /// Jamo of decomposed text, as macOS writes it in file names.
  static boolean isConjoining(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x11FF)
        || (codePoint >= 0xA960 && codePoint <= 0xA97F)
        || (codePoint >= 0xD7B0 && codePoint <= 0xD7FF);
  }
}
