package com.aipixels.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An export of another AIPixels on its way in.
///
/// @param imported how many pictures were hung
/// @param known how many were there already
/// @param refused how many lines could not be taken
/// @param complaints the first of what was wrong
public record Import(
    UUID id,
    Instant createdAt,
    @Nullable Instant endedAt,
    int imported,
    int known,
    int refused,
    List<Complaint> complaints) {

  /// What was wrong with one line of the file of pictures, or with the whole where `line` is 0.
  public record Complaint(int line, String message) {}

  @JsonProperty
  public ImportStatus status() {
    return endedAt == null ? ImportStatus.RUNNING : ImportStatus.DONE;
  }
}
