package com.aipixels.community;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes what is between two members, one change of a pair after the other.
@Component
public class Ties {

  private final FollowTable follows;
  private final BlockTable blocks;
  private final ProfileQueries members;

  Ties(FollowTable follows, BlockTable blocks, ProfileQueries members) {
    this.follows = follows;
    this.blocks = blocks;
    this.members = members;
  }

  /// The member who asks, who must be another than the one it is about.
  ///
  /// @throws Problem `unauthenticated`, or `oneself`
  static UserId between(Viewer viewer, UserId other) {
    UserId member = viewer.memberId();
    if (member.equals(other)) {
      throw new Problem(ProblemCode.ONESELF, "This can only be done to somebody else.");
    }
    return member;
  }

  @Transactional
  Followed follow(UserId follower, UserId following) {
    Viewer viewer = new Viewer.Member(follower);
    blocks.hold(follower, following);
    if (members.areApart(viewer, following)) {
      throw Problem.notFound();
    }
    follows.add(follower, following);
    return new Followed(true, members.counts(viewer, following).followers());
  }

  @Transactional
  Followed unfollow(UserId follower, UserId following) {
    Viewer viewer = new Viewer.Member(follower);
    follows.remove(follower, following);
    return new Followed(false, members.counts(viewer, following).followers());
  }

  @Transactional
  void block(UserId blocker, UserId blocked) {
    blocks.hold(blocker, blocked);
    blocks.add(blocker, blocked);
    follows.part(blocker, blocked);
  }
}
