package com.aipixels.moderation;

import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One report as moderators see it.
///
/// @param isOpen whether no decision has answered it
public record Report(
    long id,
    @JsonIgnore long caseId,
    @JsonIgnore UserId reporterId,
    @Nullable PersonCard reporter,
    Reason reason,
    @Nullable String details,
    boolean isOpen,
    Instant createdAt) {

  Report by(@Nullable PersonCard person) {
    return new Report(id, caseId, reporterId, person, reason, details, isOpen, createdAt);
  }
}
