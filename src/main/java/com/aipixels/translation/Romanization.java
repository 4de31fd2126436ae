package com.aipixels.translation;

/// Korean in Latin letters by the Revised Romanization of 2000, with the assimilation that the
/// standard asks for: 신라 is `silla`, 독립문 is `dongnimmun`. As for names and nouns there, an ㅎ after
/// ㄱ, ㄷ, ㅂ stays visible (묵호 is `mukho`) and tensed sounds are not written.
final class Romanization {

  private Romanization() {}

  /// What is not a Hangul syllable stays as it is.
  static String of(String korean) {
    StringBuilder latin = new StringBuilder();
    boolean joined = false;
    for (int i = 0; i < korean.length(); i++) {
      char letter = korean.charAt(i);
      if (!Hangul.isSyllable(letter)) {
        latin.append(letter);
        joined = false;
        continue;
      }
      Syllable syllable = Syllable.of(letter);
      if (!joined) {
        latin.append(syllable.opening());
      }
      latin.append(syllable.vowel());
      char next = i + 1 < korean.length() ? korean.charAt(i + 1) : ' ';
      joined = Hangul.isSyllable(next);
      latin.append(
          joined
              ? Assimilation.between(syllable.last(), Syllable.of(next))
              : Assimilation.atEnd(syllable.last()));
    }
    return latin.toString();
  }
}
