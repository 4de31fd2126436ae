package com.aipixels.community;

import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who follows whom. Following twice is following once, and so is ending it.
@Component
public class Follows {

  private final Ties ties;
  private final FollowQueries queries;
  private final Profiles profiles;
  private final People people;

  Follows(Ties ties, FollowQueries queries, Profiles profiles, People people) {
    this.ties = ties;
    this.queries = queries;
    this.profiles = profiles;
    this.people = people;
  }

  /// @throws Problem `not_found`, or `oneself`
  public Followed follow(Viewer viewer, UserId member) {
    UserId follower = Ties.between(viewer, member);
    profiles.met(viewer, member);
    return ties.follow(follower, member);
  }

  /// @throws Problem `not_found`, or `oneself`
  public Followed unfollow(Viewer viewer, UserId member) {
    UserId follower = Ties.between(viewer, member);
    profiles.met(viewer, member);
    return ties.unfollow(follower, member);
  }

  /// Whether the viewer follows a member; a guest follows nobody.
  public boolean isFollowing(Viewer viewer, UserId member) {
    return viewer instanceof Viewer.Member(UserId follower)
        && queries.isFollowing(follower, member);
  }

  /// Who follows a member, newest first.
  ///
  /// @throws Problem `not_found`
  public Slice<Person> followers(Viewer viewer, UserId member, PageRequest page) {
    profiles.met(viewer, member);
    return queries.followers(viewer, member, page).map(this::named);
  }

  /// Whom a member follows, newest first.
  ///
  /// @throws Problem `not_found`
  public Slice<Person> following(Viewer viewer, UserId member, PageRequest page) {
    profiles.met(viewer, member);
    return queries.following(viewer, member, page).map(this::named);
  }

  private List<Person> named(List<FollowQueries.Row> rows) {
    Map<UserId, PersonCard> cards =
        people.cards(rows.stream().map(FollowQueries.Row::member).collect(Collectors.toSet()));
    return rows.stream()
        .map(row -> new Person(Objects.requireNonNull(cards.get(row.member())), row.isFollowing()))
        .toList();
  }
}
