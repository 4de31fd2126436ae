package com.aipixels.notifications;

import com.aipixels.community.Profiles;
import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Of whom a member wants to hear nothing. Whoever is muted does not learn of it and sees
/// everything as before.
@Component
public class Mutes {

  private final MuteTable table;
  private final Profiles profiles;
  private final People people;

  Mutes(MuteTable table, Profiles profiles, People people) {
    this.table = table;
    this.profiles = profiles;
    this.people = people;
  }

  /// @throws Problem `not_found`, or `oneself`
  public void mute(Viewer viewer, UserId member) {
    UserId muter = between(viewer, member);
    profiles.profile(viewer, member);
    table.add(muter, member);
  }

  /// Takes a mute back, if there is one.
  ///
  /// @throws Problem `oneself`
  public void unmute(Viewer viewer, UserId member) {
    table.remove(between(viewer, member), member);
  }

  public boolean hasMuted(Viewer viewer, UserId member) {
    return viewer instanceof Viewer.Member(UserId muter) && table.has(muter, member);
  }

  /// Whom the viewer has muted, newest first.
  public Slice<PersonCard> of(Viewer viewer, PageRequest page) {
    return table.of(viewer.memberId(), page).map(this::named);
  }

  private List<PersonCard> named(List<MuteTable.Mute> mutes) {
    Map<UserId, PersonCard> cards =
        people.cards(mutes.stream().map(MuteTable.Mute::muted).collect(Collectors.toSet()));
    return mutes.stream().map(mute -> Objects.requireNonNull(cards.get(mute.muted()))).toList();
  }

  private static UserId between(Viewer viewer, UserId other) {
    UserId member = viewer.memberId();
    if (member.equals(other)) {
      throw new Problem(ProblemCode.ONESELF, "This can only be done to somebody else.");
    }
    return member;
  }
}
