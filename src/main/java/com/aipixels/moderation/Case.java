package com.aipixels.moderation;

import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All reports of one thing, as moderators see them.
///
/// @param owner whose thing it is, or the member themselves
/// @param reportCount of reports that no decision has answered
/// @param target null for a member, and where it has been deleted
/// @param reports the newest twenty
/// @param earlier the last decisions about its owner
public record Case(
    long id,
    TargetType targetType,
    String targetId,
    @JsonIgnore UserId ownerId,
    @Nullable PersonCard owner,
    CaseState state,
    int weight,
    int reportCount,
    Instant openedAt,
    @Nullable Exhibit target,
    List<Report> reports,
    List<Act> earlier) {

  Case with(List<Report> filed, List<Act> decided) {
    return with(owner, filed, decided);
  }

  Stream<UserId> people() {
    return Stream.of(
            Stream.of(ownerId),
            reports.stream().map(Report::reporterId),
            earlier.stream().flatMap(Act::people))
        .flatMap(people -> people);
  }

  Case with(Map<UserId, PersonCard> cards) {
    return with(
        cards.get(ownerId),
        reports.stream().map(report -> report.by(cards.get(report.reporterId()))).toList(),
        earlier.stream().map(act -> act.with(cards)).toList());
  }

  private Case with(@Nullable PersonCard person, List<Report> filed, List<Act> decided) {
    return new Case(
        id,
        targetType,
        targetId,
        ownerId,
        person,
        state,
        weight,
        reportCount,
        openedAt,
        target,
        filed,
        decided);
  }
}
