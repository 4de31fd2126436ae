package com.aipixels.moderation;

import com.aipixels.problems.InputRules;
import com.aipixels.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A decision as it is sent, to be checked only once it is known that a moderator has sent it.
///
/// @param note why, in words that both sides are told
/// @param days of a suspension
public record DecisionDraft(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Action action,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String note,
    @Nullable Integer days) {

  private static final int LONGEST = 3650;

  /// @throws Problem naming every field that breaks a rule
  NewDecision checked() {
    boolean lasts = action == Action.SUSPEND;
    new InputRules()
        .that(isOne(action), "action", "must be one of dismiss, hide, delete, suspend")
        .required("note", note, NewDecision.LONGEST_NOTE)
        .that(
            !lasts || (days != null && days >= 1 && days <= LONGEST),
            "days",
            "must be between 1 and " + LONGEST)
        .that(lasts || action == null || days == null, "days", "is for suspensions only")
        .check();
    return new NewDecision(
        Objects.requireNonNull(action), Objects.requireNonNull(note).strip(), days);
  }

  private static boolean isOne(@Nullable Action action) {
    return action == Action.DISMISS
        || action == Action.HIDE
        || action == Action.DELETE
        || action == Action.SUSPEND;
  }
}
