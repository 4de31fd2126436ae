package com.aipixels.community;

import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What members leave in the community: likes, comments, mentions, follows and blocks, in both
/// directions.
@Component
public class Traces implements MemberData {

  private final TraceTable traces;
  private final CommentTable comments;

  Traces(TraceTable traces, CommentTable comments) {
    this.traces = traces;
    this.comments = comments;
  }

  /// The words of others stay: where they answered the member, the thread goes on without saying
  /// whom they answered.
  @Override
  @Transactional
  public boolean forget(UserId member) {
    return forgetCommentLikes(member)
        || forgetComments(member)
        || forgetLikes(member)
        || traces.removeFollows(member)
        || traces.removeBlocks(member)
        || traces.removeMentions(member)
        || traces.removeCounts(member);
  }

  @Override
  public List<UserId> membersAfter(String id, int limit) {
    return traces.membersAfter(id, limit);
  }

  private boolean forgetCommentLikes(UserId member) {
    List<Integer> ids = traces.commentLikes(member);
    if (!ids.isEmpty()) {
      traces.removeCommentLikes(ids);
    }
    return !ids.isEmpty();
  }

  private boolean forgetComments(UserId member) {
    List<Integer> ids = traces.comments(member);
    if (!ids.isEmpty()) {
      traces.holdComments(ids);
      comments.remove(ids);
    }
    return !ids.isEmpty();
  }

  private boolean forgetLikes(UserId member) {
    List<Integer> ids = traces.likes(member);
    if (!ids.isEmpty()) {
      traces.removeLikes(ids);
    }
    return !ids.isEmpty();
  }
}
