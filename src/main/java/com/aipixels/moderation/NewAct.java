package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line to append to the audit trail.
///
/// @param moderator null where time did it
/// @param person whom it concerns
/// @param days how long it lasts
record NewAct(
    Action action,
    @Nullable UserId moderator,
    UserId person,
    Subject subject,
    @Nullable Long aboutAction,
    String note,
    @Nullable Integer days) {

  /// What it is done to; a member where there is neither picture nor comment.
  record Subject(
      @Nullable Long caseId,
      @Nullable Integer image,
      @Nullable Integer comment,
      List<Reason> reasons) {

    static Subject image(int image) {
      return new Subject(null, image, null, List.of());
    }
  }

  /// What follows from an earlier line, for the same person and thing.
  static NewAct about(Past past, Action action, @Nullable UserId moderator, String note) {
    Subject subject = new Subject(past.caseId(), past.image(), past.comment(), List.of());
    return new NewAct(action, moderator, past.person(), subject, past.id(), note, null);
  }
}
