package com.aipixels.translation;

/// What becomes of a final consonant (받침): before a pause, and before the next syllable.
final class Assimilation {

  private Assimilation() {}

  /// The final of one syllable and the initial of the next, as they sound together.
  static String between(char last, Syllable following) {
    char next = following.initial();
    String plain = following.opening();
    boolean beforeI = following.vowel().equals("i");
    if (last == '\0') {
      return plain;
    }
    return switch (next) {
      case 'ㅇ' -> beforeVowel(last, beforeI);
      case 'ㄴ', 'ㅁ' -> isLiquid(last) && next == 'ㄴ' ? "ll" : nasal(last) + plain;
      case 'ㄹ' -> isLiquid(last) || isN(last) ? "ll" : nasal(last) + "n";
      case 'ㅎ' -> beforeH(last, beforeI);
      case 'ㄱ', 'ㄷ', 'ㅈ' -> isH(last) ? withoutH(last) + aspirated(next) : atEnd(last) + plain;
      default -> (last == 'ㅎ' ? "" : atEnd(last)) + plain;
    };
  }

  private static String beforeVowel(char last, boolean beforeI) {
    return switch (last) {
      case 'ㄷ' -> beforeI ? "j" : "d";
      case 'ㅌ' -> beforeI ? "ch" : "t";
      case 'ㄾ' -> beforeI ? "lch" : "lt";
      case 'ㅇ' -> "ng";
      case 'ㅎ' -> "";
      case 'ㄶ' -> "n";
      case 'ㅀ', 'ㄹ' -> "r";
      case 'ㄳ' -> "ks";
      case 'ㄵ' -> "nj";
      case 'ㄺ' -> "lg";
      case 'ㄻ' -> "lm";
      case 'ㄼ' -> "lb";
      case 'ㄽ' -> "ls";
      case 'ㄿ' -> "lp";
      case 'ㅄ' -> "ps";
      default -> Syllable.latin(last);
    };
  }

  private static String beforeH(char last, boolean beforeI) {
    if (beforeI && last == 'ㄷ') {
      return "ch";
    }
    return switch (last) {
      case 'ㅈ' -> "ch";
      case 'ㄵ' -> "nch";
      default -> isH(last) ? withoutH(last) + "h" : atEnd(last) + "h";
    };
  }

  private static boolean isH(char last) {
    return last == 'ㅎ' || last == 'ㄶ' || last == 'ㅀ';
  }

  private static String withoutH(char last) {
    return switch (last) {
      case 'ㄶ' -> "n";
      case 'ㅀ' -> "l";
      default -> "";
    };
  }

  private static String aspirated(char initial) {
    return switch (initial) {
      case 'ㄱ' -> "k";
      case 'ㄷ' -> "t";
      default -> "ch";
    };
  }

  private static boolean isLiquid(char last) {
    return "ㄹㄼㄽㄾㅀ".indexOf(last) >= 0;
  }

  private static boolean isN(char last) {
    return "ㄴㄵㄶ".indexOf(last) >= 0;
  }

  private static String nasal(char last) {
    return switch (atEnd(last)) {
      case "k" -> "ng";
      case "t" -> "n";
      case "p" -> "m";
      default -> atEnd(last);
    };
  }

  /// The final as it sounds before a pause.
  static String atEnd(char last) {
    return switch (last) {
      case '\0' -> "";
      case 'ㄱ', 'ㄲ', 'ㄳ', 'ㄺ', 'ㅋ' -> "k";
      case 'ㄴ', 'ㄵ', 'ㄶ' -> "n";
      case 'ㄹ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㅀ' -> "l";
      case 'ㅁ', 'ㄻ' -> "m";
      case 'ㅂ', 'ㄿ', 'ㅄ', 'ㅍ' -> "p";
      case 'ㅇ' -> "ng";
      default -> "t";
    };
  }
}
