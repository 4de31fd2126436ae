package com.aipixels.painter;

import com.aipixels.painter.Words.Said;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads one text, word by word.
final class Reading {

  private static final Pattern TOKEN = Pattern.compile("[가-힣]+|[a-z]+|[0-9]{1,2}");

  private final Vocabulary vocabulary;
  private final List<String> tokens;
  private final List<Said> said = new ArrayList<>();
  private final Set<Integer> nouns = new HashSet<>();

  private Reading(String text, Vocabulary vocabulary) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    this.tokens = TOKEN.matcher(plain).results().map(MatchResult::group).toList();
    this.vocabulary = vocabulary;
  }

  /// Everything the text names, in its order.
  static List<Said> of(String text, Vocabulary vocabulary) {
    Reading reading = new Reading(text, vocabulary);
    int at = 0;
    while (at < reading.tokens.size()) {
      at += Vocabulary.hangul(reading.token(at)) ? reading.korean(at) : reading.english(at);
    }
    return reading.said;
  }

  /// Reads one word; returns how many that were.
  private int korean(int at) {
    if (measure(at)) {
      return 1;
    }
    for (String name : vocabulary.korean(token(at))) {
      if (name.equals("SNOW") && lying(token(at + 1))) {
        said.add(new Said("WINTER", 0, 1, null));
      } else if (!(name.equals("SNOW") && eyes(at))) {
        said.add(describe(name, at, 1));
      }
    }
    return 1;
  }

  /// Reads the longest phrase that names something; returns how many words that were.
  private int english(int at) {
    for (int length = Math.min(3, tokens.size() - at); length > 0; length--) {
      List<String> names = vocabulary.english(String.join(" ", tokens.subList(at, at + length)));
      for (String name : names) {
        said.add(describe(name, at, length));
      }
      if (!names.isEmpty()) {
        return length;
      }
    }
    return 1;
  }

  private Said describe(String name, int at, int length) {
    int count = plural(token(at + length - 1)) ? 3 : 0;
    double scale = 1;
    Lab color = null;
    for (int back = at - 1; back >= Math.max(0, at - 3) && !nouns.contains(back); back--) {
      String word = token(back);
      color = color == null ? vocabulary.color(word) : color;
      scale = scale == 1 ? vocabulary.size(word) : scale;
      count = count(word, count);
    }
    if (Vocabulary.hangul(token(at))) {
      String next = token(at + 1);
      if (vocabulary.counter(token(at + 2)) || vocabulary.numeral(next) > 4) {
        count = count(next, count);
      }
    }
    for (int i = at; i < at + length; i++) {
      nouns.add(i);
    }
    return new Said(name, Math.clamp(count, 0, 12), scale, color);
  }

  private int count(String word, int otherwise) {
    if (Character.isDigit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    int numeral = vocabulary.numeral(word);
    return numeral == 0 ? otherwise : numeral;
  }

  /// Snow that lies does not fall.
  private static boolean lying(String next) {
    return next.startsWith("덮") || next.startsWith("쌓");
  }

  /// 눈 is snow and eye: whoever's eyes are big or blue is not in the snow.
  private boolean eyes(int at) {
    String next = token(at + 1);
    String before = token(at - 1);
    return vocabulary.size(next) != 1
        || vocabulary.size(before) != 1
        || (vocabulary.color(before) != null && !before.startsWith("하얀") && !before.startsWith("흰"))
        || next.startsWith("예쁜")
        || next.startsWith("반짝");
  }

  /// As in 세 개: a measure, not a dog.
  private boolean measure(int at) {
    String token = token(at);
    return vocabulary.numeral(token(at - 1)) > 0
        && vocabulary.counter(token)
        && !token.startsWith("사람");
  }

  private static boolean plural(String token) {
    return Vocabulary.hangul(token)
        ? token.contains("들") && token.length() > 2
        : token.length() > 3 && token.endsWith("s") && !token.endsWith("ss");
  }

  /// The word there, empty before the first and after the last.
  private String token(int at) {
    return at < 0 || at >= tokens.size() ? "" : tokens.get(at);
  }
}
