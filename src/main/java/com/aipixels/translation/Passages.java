package com.aipixels.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Cuts a prompt into Korean and what must survive: `<…>` tags, quoted words, Latin words, numbers,
/// punctuation, line ends, emoji.
final class Passages {

  private static final String OPENING = "<\"“‘「『`";
  private static final String CLOSING = ">\"”’」』`";
  private static final int LONGEST_QUOTE = 300;

  private final String prompt;
  private final Predicate<String> isCounter;
  private final List<Passage> passages = new ArrayList<>();
  private int keptFrom;

  private Passages(String prompt, Predicate<String> isCounter) {
    this.prompt = prompt;
    this.isCounter = isCounter;
  }

  /// The texts of all passages make the prompt again. A number is Korean where it counts: 3마리.
  static List<Passage> of(String prompt, Predicate<String> isCounter) {
    Passages cut = new Passages(prompt, isCounter);
    cut.run();
    return cut.passages;
  }

  private void run() {
    int at = 0;
    while (at < prompt.length()) {
      int quoteEnd = endOfQuote(at);
      int koreanEnd = quoteEnd > at ? at : endOfKorean(at);
      if (koreanEnd > at) {
        keep(at);
        passages.add(new Passage(prompt.substring(at, koreanEnd), true));
        keptFrom = koreanEnd;
      }
      at = Math.max(at + 1, Math.max(quoteEnd, koreanEnd));
    }
    keep(prompt.length());
  }

  private void keep(int until) {
    if (until > keptFrom) {
      passages.add(new Passage(prompt.substring(keptFrom, until), false));
    }
  }

  private int endOfQuote(int at) {
    int kind = OPENING.indexOf(prompt.charAt(at));
    if (kind < 0) {
      return at;
    }
    int limit = Math.min(prompt.length(), at + LONGEST_QUOTE);
    for (int i = at + 1; i < limit && prompt.charAt(i) != '\n'; i++) {
      if (prompt.charAt(i) == CLOSING.charAt(kind)) {
        return i + 1;
      }
    }
    return at;
  }

  private int endOfKorean(int at) {
    int i = wordEnd(at);
    int end = i;
    while (i > at && i < prompt.length() && isSpace(prompt.charAt(i))) {
      while (i < prompt.length() && isSpace(prompt.charAt(i))) {
        i++;
      }
      int next = wordEnd(i);
      if (next == i) {
        return end;
      }
      i = next;
      end = i;
    }
    return end;
  }

  /// Past one Korean word, with the number it begins with where that counts something.
  private int wordEnd(int from) {
    int at = from;
    boolean fresh = from == 0 || !isNumeric(prompt.charAt(from - 1));
    while (fresh && at < prompt.length() && isDigit(prompt.charAt(at))) {
      at++;
    }
    int end = at;
    while (end < prompt.length() && isKorean(prompt.charAt(end))) {
      end++;
    }
    return end == at || (at > from && !startsWithCounter(prompt.substring(at, end))) ? from : end;
  }

  private boolean startsWithCounter(String word) {
    for (int length = Math.min(3, word.length()); length > 0; length--) {
      if (isCounter.test(word.substring(0, length))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKorean(char c) {
    return Hangul.isSyllable(c) || Hangul.isConjoining(c);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u3000';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNumeric(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == ':';
  }
}
