package com.aipixels.community;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import org.springframework.stereotype.Component;

/// Who likes what. Liking twice is liking once, and so is taking it back; what the member cannot
/// see is `not_found`.
@Component
public class Likes {

  private final LikeTable likes;
  private final CommentLikeTable commentLikes;

  Likes(LikeTable likes, CommentLikeTable commentLikes) {
    this.likes = likes;
    this.commentLikes = commentLikes;
  }

  public Liked like(Viewer viewer, ImageId image) {
    return likes.add(viewer.memberId(), image).orElseThrow(Problem::notFound);
  }

  public Liked unlike(Viewer viewer, ImageId image) {
    return likes.remove(viewer.memberId(), image).orElseThrow(Problem::notFound);
  }

  public Liked like(Viewer viewer, CommentId comment) {
    return commentLikes.add(viewer.memberId(), comment).orElseThrow(Problem::notFound);
  }

  public Liked unlike(Viewer viewer, CommentId comment) {
    return commentLikes.remove(viewer.memberId(), comment).orElseThrow(Problem::notFound);
  }
}
