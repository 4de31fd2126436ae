package com.aipixels.moderation;

import com.aipixels.problems.InputRules;
import com.aipixels.problems.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a moderator answers to an appeal.
record NewAnswer(Action action, String note) {

  /// @throws Problem naming every field that breaks a rule
  static NewAnswer of(@Nullable Action action, @Nullable String note) {
    new InputRules()
        .that(
            action == Action.UPHOLD || action == Action.REVERSE,
            "action",
            "must be one of uphold, reverse")
        .required("note", note, NewDecision.LONGEST_NOTE)
        .check();
    return new NewAnswer(Objects.requireNonNull(action), Objects.requireNonNull(note).strip());
  }
}
