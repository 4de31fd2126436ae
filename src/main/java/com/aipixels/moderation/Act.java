package com.aipixels.moderation;

import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One line of the audit trail.
///
/// @param moderator null where they have left, and where time did it
/// @param person whom it concerns; null where they have left
/// @param aboutActionId the line that an appeal or an end is about
/// @param reasons of the reports that it answered
public record Act(
    long id,
    Action action,
    @JsonIgnore @Nullable UserId moderatorId,
    @Nullable PersonCard moderator,
    @JsonIgnore @Nullable UserId personId,
    @Nullable PersonCard person,
    @Nullable Long caseId,
    @Nullable Integer imageId,
    @Nullable Integer commentId,
    @Nullable Long aboutActionId,
    List<Reason> reasons,
    String note,
    @Nullable Instant endsAt,
    Instant createdAt) {

  Stream<UserId> people() {
    return Stream.of(moderatorId, personId).filter(Objects::nonNull).map(UserId.class::cast);
  }

  Act with(Map<UserId, PersonCard> cards) {
    return new Act(
        id,
        action,
        moderatorId,
        moderatorId == null ? null : cards.get(moderatorId),
        personId,
        personId == null ? null : cards.get(personId),
        caseId,
        imageId,
        commentId,
        aboutActionId,
        reasons,
        note,
        endsAt,
        createdAt);
  }
}
