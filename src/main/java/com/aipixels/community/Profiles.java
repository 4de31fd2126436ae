package com.aipixels.community;

import com.aipixels.identity.Departures;
import com.aipixels.identity.Leavers;
import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Members as others see them. Nobody is there whom neither Clerk nor the database has heard of,
/// nor for each other two whom a block keeps apart.
@Component
public class Profiles {

  private final ProfileQueries members;
  private final People people;
  private final Departures departures;
  private final Leavers leavers;

  Profiles(ProfileQueries members, People people, Departures departures, Leavers leavers) {
    this.members = members;
    this.people = people;
    this.departures = departures;
    this.leavers = leavers;
  }

  /// @throws Problem `not_found`
  public Profile profile(Viewer viewer, UserId member) {
    PersonCard card = met(viewer, member);
    ProfileQueries.Counts counts = members.counts(viewer, member);
    return new Profile(
        card, counts.images(), counts.followers(), counts.following(), counts.isFollowing());
  }

  /// The card of a member whom the viewer may see.
  ///
  /// @throws Problem `not_found`
  PersonCard met(Viewer viewer, UserId member) {
    PersonCard card = known(member);
    if (members.areApart(viewer, member)) {
      throw Problem.notFound();
    }
    return card;
  }

  /// The card of a member of whom something is known. Clerk being away hides nobody who has left
  /// anything here, but whoever left, or is about to, is gone before their works are.
  ///
  /// @throws Problem `not_found`
  PersonCard known(UserId member) {
    if (departures.hasDeparted(member) || leavers.isLeaving(member)) {
      throw Problem.notFound();
    }
    PersonCard card = Objects.requireNonNull(people.cards(Set.of(member)).get(member));
    if (card.username() == null && !members.knows(member)) {
      throw Problem.notFound();
    }
    return card;
  }
}
