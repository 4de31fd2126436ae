package com.aipixels.translation;

/// Korean in Latin letters by the Revised Romanization of 2000, with the assimilation that the
/// standard asks for: 신라 is `silla`, 독립문 is `dongnimmun`. As for names and nouns there, an ㅎ after
/// ㄱ, ㄷ, ㅂ stays visible (묵호 is `mukho`) and tensed sounds are not written.
final class Romanization {

  private static final String[] INITIALS = {
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h"
  };
  private static final String[] VOWELS = {
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i"
  };
  private static final String FINALS = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
  private static final String INITIAL_JAMO = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final char I = 'i';

  private Romanization() {}

  /// What is not a Hangul syllable stays as it is.
  static String of(String korean) {
    StringBuilder latin = new StringBuilder();
    String before = "";
    for (int i = 0; i < korean.length(); i++) {
      char syllable = korean.charAt(i);
      if (!Hangul.isSyllable(syllable)) {
        latin.append(syllable);
        before = "";
        continue;
      }
      if (before.isEmpty()) {
        latin.append(INITIALS[initial(syllable)]);
      }
      latin.append(VOWELS[vowel(syllable)]);
      char last = FINALS.charAt((syllable - 0xAC00) % 28);
      char next = i + 1 < korean.length() ? korean.charAt(i + 1) : ' ';
      before = Hangul.isSyllable(next) ? "joined" : "";
      latin.append(before.isEmpty() ? atEnd(last) : between(last, next));
    }
    return latin.toString();
  }

  private static int initial(char syllable) {
    return (syllable - 0xAC00) / 588;
  }

  private static int vowel(char syllable) {
    return (syllable - 0xAC00) % 588 / 28;
  }

  /// The final of one syllable and the initial of the next, as they sound together.
  private static String between(char last, char nextSyllable) {
    char next = INITIAL_JAMO.charAt(initial(nextSyllable));
    String plain = INITIALS[initial(nextSyllable)];
    boolean beforeI = VOWELS[vowel(nextSyllable)].charAt(0) == I;
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
      default -> INITIALS[INITIAL_JAMO.indexOf(last)];
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

  private static String atEnd(char last) {
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
