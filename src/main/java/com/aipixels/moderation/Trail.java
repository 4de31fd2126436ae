package com.aipixels.moderation;

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
import org.springframework.stereotype.Component;

/// Everything that was ever decided. Nothing in it changes; whoever leaves is no longer named.
@Component
public class Trail {

  private final Moderators moderators;
  private final ActionQueries actions;
  private final People people;

  Trail(Moderators moderators, ActionQueries actions, People people) {
    this.moderators = moderators;
    this.actions = actions;
    this.people = people;
  }

  /// Newest first.
  ///
  /// @throws Problem `not_found` for whoever is no moderator
  public Slice<Act> all(Viewer viewer, PageRequest page) {
    moderators.check(viewer);
    return actions.all(page).map(this::named);
  }

  Act line(long id) {
    return named(List.of(actions.find(id).orElseThrow())).getFirst();
  }

  List<Act> named(List<Act> acts) {
    Map<UserId, PersonCard> cards = people.cards(acts.stream().flatMap(Act::people).toList());
    return acts.stream().map(act -> act.with(cards)).toList();
  }
}
