package com.aipixels.generation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words to be found in a text, each anywhere in it.
record SoughtWords(List<String> words) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  static SoughtWords of(String text) {
    String plain =
        Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return new SoughtWords(BLANKS.splitAsStream(plain).toList());
  }

  /// One for each word, as `LIKE` takes them.
  String[] patterns() {
    return words.stream().map(word -> "%" + literally(word) + "%").toArray(String[]::new);
  }

  private static String literally(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
