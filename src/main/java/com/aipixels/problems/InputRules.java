package com.aipixels.problems;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects every broken rule of one input, so that all of them can be told at once. Lengths are
/// Unicode code points; NUL and unpaired surrogates are refused everywhere because the database and
/// JSON cannot carry them.
public final class InputRules {

  private final List<FieldError> errors = new ArrayList<>();

  /// Text that must be there and say something.
  public InputRules required(String field, @Nullable String text, int max) {
    if (text == null || text.isBlank()) {
      return broken(field, "must have 1 to " + max + " characters");
    }
    return lengthAndCharacters(field, text, "1 to " + max, max);
  }

  /// Text that may be absent.
  public InputRules optional(String field, @Nullable String text, int max) {
    return text == null ? this : lengthAndCharacters(field, text, "at most " + max, max);
  }

  public InputRules that(boolean holds, String field, String rule) {
    return holds ? this : broken(field, rule);
  }

  /// Ends the collection.
  ///
  /// @throws Problem naming every field with its rule
  public void check() {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private InputRules lengthAndCharacters(String field, String text, String range, int max) {
    if (text.codePointCount(0, text.length()) > max) {
      return broken(field, "must have " + range + " characters");
    }
    boolean storable =
        text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    return that(storable, field, "must not contain NUL or unpaired surrogates");
  }

  private InputRules broken(String field, String rule) {
    errors.add(new FieldError(field, rule));
    return this;
  }
}
