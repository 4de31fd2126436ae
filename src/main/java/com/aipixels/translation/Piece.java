package com.aipixels.translation;

import java.util.List;
import org.apache.lucene.analysis.ko.POS;

/// One piece of Korean as it is written beside the morphemes it is made of.
final class Piece {

  private final String text;
  private final List<Morpheme> morphemes;
  private final String squeezed;
  private final int[] squeezedAt;

  Piece(String text, List<Morpheme> morphemes) {
    this.text = text;
    this.morphemes = morphemes;
    StringBuilder withoutSpaces = new StringBuilder(text.length());
    squeezedAt = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      squeezedAt[i] = withoutSpaces.length();
      if (!Character.isWhitespace(text.charAt(i)) && !Character.isSpaceChar(text.charAt(i))) {
        withoutSpaces.append(text.charAt(i));
      }
    }
    squeezedAt[text.length()] = withoutSpaces.length();
    squeezed = withoutSpaces.toString();
  }

  int size() {
    return morphemes.size();
  }

  Morpheme get(int i) {
    return morphemes.get(i);
  }

  /// The morphemes from the first until before the second.
  List<Morpheme> between(int from, int next) {
    return morphemes.subList(from, next);
  }

  /// From the first morpheme through the last, without spaces.
  String written(int from, int to) {
    return squeezed.substring(squeezedAt[get(from).start()], squeezedAt[get(to).end()]);
  }

  /// From the first morpheme until the last begins.
  String writtenBefore(int from, int to) {
    return squeezed.substring(squeezedAt[get(from).start()], squeezedAt[get(to).start()]);
  }

  /// In syllables, without spaces.
  int length(int from, int to) {
    return squeezedAt[get(to).end()] - squeezedAt[get(from).start()];
  }

  String latin(int from, int to) {
    return Romanization.of(text.substring(get(from).start(), get(to).end()));
  }

  boolean isAttached(int i) {
    return i > 0 && i < size() && get(i - 1).end() == get(i).start();
  }

  /// Whether this morpheme is the first of those fused with it in writing.
  boolean beginsAt(int i) {
    return i == 0 || get(i - 1).start() != get(i).start();
  }

  /// Whether this morpheme is the last of those fused with it in writing.
  boolean endsAt(int i) {
    return i == size() - 1 || get(i + 1).end() != get(i).end();
  }

  /// 하 makes a verb of the noun it is written to.
  boolean makesVerb(int i) {
    return isAttached(i) && (get(i).tag() == POS.Tag.XSV || get(i).tag() == POS.Tag.XSA);
  }
}
