package com.aipixels.moderation;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Moderators;
import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What was reported, for moderators: whoever else may see it.
@Component
public class Cases {

  private final Moderators moderators;
  private final CaseQueries cases;
  private final ActionQueries actions;
  private final People people;

  Cases(Moderators moderators, CaseQueries cases, ActionQueries actions, People people) {
    this.moderators = moderators;
    this.cases = cases;
    this.actions = actions;
    this.people = people;
  }

  /// Cases that wait for a decision, the heaviest first, then the oldest.
  ///
  /// @throws Problem `not_found` for whoever is no moderator
  public Slice<Case> open(Viewer viewer, PageRequest page) {
    moderators.check(viewer);
    return cases.open(page).map(this::complete);
  }

  /// @throws Problem `not_found`
  public Case one(Viewer viewer, long id) {
    moderators.check(viewer);
    return complete(List.of(cases.find(id).orElseThrow(Problem::notFound))).getFirst();
  }

  /// The picture that a case is about.
  ///
  /// @throws Problem `not_found`
  ImageId picture(Viewer viewer, long id) {
    moderators.check(viewer);
    return cases
        .find(id)
        .filter(found -> found.targetType() == TargetType.IMAGE)
        .map(found -> ImageId.valueOf(found.targetId()))
        .orElseThrow(Problem::notFound);
  }

  private List<Case> complete(List<Case> found) {
    Map<Long, List<Report>> reports =
        cases.reports(found.stream().map(Case::id).toList()).stream()
            .collect(Collectors.groupingBy(Report::caseId));
    Map<UserId, List<Act>> acts =
        actions.about(found.stream().map(Case::ownerId).distinct().toList()).stream()
            .filter(act -> act.personId() != null)
            .collect(Collectors.groupingBy(Act::personId));
    List<Case> full =
        found.stream()
            .map(one ->
                one.with(
                    reports.getOrDefault(one.id(), List.of()),
                    acts.getOrDefault(one.ownerId(), List.of())))
            .toList();
    Map<UserId, PersonCard> cards =
        people.cards(full.stream().flatMap(Case::people).collect(Collectors.toSet()));
    return full.stream().map(one -> one.with(cards)).toList();
  }
}
