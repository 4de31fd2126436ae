package com.aipixels.translation;

/// One syllable of Hangul by its letters: 한 is ㅎ, ㅏ and ㄴ.
///
/// @param vowel in Latin letters
/// @param last `\0` where the syllable is open
record Syllable(char initial, String vowel, char last) {

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

  static Syllable of(char hangul) {
    int index = hangul - 0xAC00;
    return new Syllable(
        INITIAL_JAMO.charAt(index / 588), VOWELS[index % 588 / 28], FINALS.charAt(index % 28));
  }

  /// A consonant as it sounds where it opens a syllable.
  static String latin(char consonant) {
    return INITIALS[INITIAL_JAMO.indexOf(consonant)];
  }

  String opening() {
    return latin(initial);
  }
}
