package com.aipixels.gallery;

import com.aipixels.problems.InputRules;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tags in the one form they are stored and searched in: NFC, lower case, trimmed, each once.
public final class Tags {

  private static final int MOST = 20;
  private static final int LONGEST = 50;

  private Tags() {}

  /// The tags in order of appearance.
  ///
  /// @throws com.aipixels.problems.Problem naming `tags` where there are more than 20, or one is
  ///   empty or longer than 50
  public static List<String> of(List<? extends @Nullable String> tags) {
    InputRules rules = new InputRules();
    List<String> folded =
        tags.stream().map(tag -> tag == null ? "" : fold(tag)).distinct().toList();
    rules.that(folded.size() <= MOST, "tags", "must be at most " + MOST);
    folded.forEach(tag -> rules.required("tags", tag, LONGEST));
    rules.check();
    return folded;
  }

  static String fold(String tag) {
    return Normalizer.normalize(tag.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
