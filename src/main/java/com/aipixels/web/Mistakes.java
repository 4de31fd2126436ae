package com.aipixels.web;

import com.aipixels.problems.FieldError;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form, as one sentence for each field.
public record Mistakes(Map<String, String> sentences) {

  private static final String UNSTORABLE = "must not contain";

  static Mistakes none() {
    return new Mistakes(Map.of());
  }

  /// @throws Problem the same, where it is not about fields
  static Mistakes of(Problem problem, Words words) {
    if (problem.code() != ProblemCode.VALIDATION_FAILED) {
      throw problem;
    }
    Map<String, String> sentences = new HashMap<>();
    for (FieldError error : problem.errors()) {
      sentences.putIfAbsent(error.field(), sentence(error, words));
    }
    return new Mistakes(sentences);
  }

  public boolean any() {
    return !sentences.isEmpty();
  }

  public @Nullable String in(String field) {
    return sentences.get(field);
  }

  /// The id of the sentence about a field, for `aria-describedby`.
  public @Nullable String idIn(String field) {
    return sentences.containsKey(field) ? field + "-mistake" : null;
  }

  private static String sentence(FieldError error, Words words) {
    return error.message().startsWith(UNSTORABLE)
        ? words.of("mistake.characters")
        : words.firstOf("mistake." + error.field(), "mistake.other");
  }
}
