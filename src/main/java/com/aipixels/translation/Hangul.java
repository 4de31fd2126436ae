package com.aipixels.translation;

/// What is Korean script, by Unicode block.
final class Hangul {

  private static final int FIRST = 0xAC00;
  private static final int FINALS = 28;
  private static final int RIEUL = 8;

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

  /// Without the last final, which may be the ending of a verb: 버려진, 버려지.
  static String open(String korean) {
    return withFinal(korean, 0);
  }

  /// With the ㄹ that a stem loses before ㄴ: 부는, 불.
  static String withRieul(String korean) {
    return korean.equals(open(korean)) ? withFinal(korean, RIEUL) : korean;
  }

  private static String withFinal(String korean, int last) {
    int syllable = korean.isEmpty() ? 0 : korean.charAt(korean.length() - 1);
    if (!isSyllable(syllable)) {
      return korean;
    }
    int open = syllable - (syllable - FIRST) % FINALS;
    return korean.substring(0, korean.length() - 1) + (char) (open + last);
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
