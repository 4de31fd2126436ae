package com.aipixels.gallery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `flying`, `running` and `wings`, which the stemmer keeps as words of their own, as `fly`, `run`
/// and `wing`.
final class Inflection {

  private static final Pattern GERUND = Pattern.compile("([a-z]*[aeiouy][a-z]*)ing");
  private static final Pattern DOUBLED = Pattern.compile("([bdgmnprt])\\1$");
  private static final Pattern PLURAL = Pattern.compile("([a-z]{2,}[^siu])s");

  private Inflection() {}

  /// Null where the word has none of these endings.
  static @Nullable String baseOf(String word) {
    Matcher gerund = GERUND.matcher(word);
    if (gerund.matches()) {
      return DOUBLED.matcher(gerund.group(1)).replaceAll("$1");
    }
    Matcher plural = PLURAL.matcher(word);
    return plural.matches() ? plural.group(1) : null;
  }
}
