package com.aipixels.moderation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision about somebody, as they are told of it: never who made it or who reported.
///
/// @param endsAt when a suspension or block ends by itself
/// @param ended whether it is over, or was taken back
public record Ruling(
    long id,
    Action action,
    @Nullable Integer imageId,
    @Nullable Integer commentId,
    List<Reason> reasons,
    String note,
    @Nullable Instant endsAt,
    boolean ended,
    Instant createdAt,
    boolean canAppeal,
    @Nullable Objection appeal) {

  /// What was said against it, and what was answered.
  ///
  /// @param outcome null until another moderator has answered
  public record Objection(
      String text,
      Instant createdAt,
      @Nullable Action outcome,
      @Nullable String answer,
      @Nullable Instant answeredAt) {}
}
