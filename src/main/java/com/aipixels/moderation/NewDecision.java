package com.aipixels.moderation;

import org.jspecify.annotations.Nullable;

/// What a moderator decides on a case.
///
/// @param days of a suspension
record NewDecision(Action action, String note, @Nullable Integer days) {

  static final int LONGEST_NOTE = 2000;
}
