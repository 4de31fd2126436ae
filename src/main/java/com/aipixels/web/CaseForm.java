package com.aipixels.web;

import com.aipixels.moderation.Action;
import com.aipixels.moderation.DecisionDraft;
import org.jspecify.annotations.Nullable;

/// A decision as it is being written.
///
/// @param days of a suspension
public record CaseForm(@Nullable Action action, String note, @Nullable Integer days) {

  public CaseForm(@Nullable Action action, @Nullable String note, @Nullable Integer days) {
    this.action = action;
    this.note = FormText.lines(note);
    this.days = days;
  }

  static CaseForm empty() {
    return new CaseForm(null, null, null);
  }

  /// The days stand on the form whatever is decided.
  DecisionDraft draft() {
    return new DecisionDraft(action, note, action == Action.SUSPEND ? days : null);
  }
}
