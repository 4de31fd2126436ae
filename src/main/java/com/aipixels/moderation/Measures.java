package com.aipixels.moderation;

import com.aipixels.community.CommentHolds;
import com.aipixels.community.CommentId;
import com.aipixels.community.Comments;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.HoldCause;
import com.aipixels.gallery.Holds;
import com.aipixels.gallery.ImageId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What decisions do to pictures, comments and members, and how it is undone; always in the
/// transaction of the decision.
@Component
class Measures {

  private final Holds holds;
  private final CommentHolds commentHolds;
  private final Gallery gallery;
  private final Comments comments;
  private final SuspensionTable suspensions;
  private final AwaitedDeletionTable deletions;
  private final RightsBlockTable blocks;

  Measures(
      Holds holds,
      CommentHolds commentHolds,
      Gallery gallery,
      Comments comments,
      SuspensionTable suspensions,
      AwaitedDeletionTable deletions,
      RightsBlockTable blocks) {
    this.holds = holds;
    this.commentHolds = commentHolds;
    this.gallery = gallery;
    this.comments = comments;
    this.suspensions = suspensions;
    this.deletions = deletions;
    this.blocks = blocks;
  }

  void take(long action, NewAct act) {
    NewAct.Subject subject = act.subject();
    switch (act.action()) {
      case HIDE -> hide(subject.image(), subject.comment());
      case DELETE -> {
        if (subject.reasons().stream().anyMatch(Reason::isGrave)) {
          remove(subject.image(), subject.comment());
        } else {
          hide(subject.image(), subject.comment());
          deletions.await(action);
        }
      }
      case SUSPEND -> {
        suspensions.begin(action, act.person());
        hide(subject.image(), subject.comment());
      }
      case DISMISS, RIGHTS_BLOCK, UPHOLD, REVERSE, LIFT, EXPIRE -> {}
    }
  }

  /// Undoes what can be undone: what was deleted stays so.
  void undo(Past past) {
    switch (past.action()) {
      case HIDE, DELETE -> {
        deletions.cancel(past.id());
        show(past.image(), past.comment());
      }
      case SUSPEND -> {
        suspensions.end(past.id());
        show(past.image(), past.comment());
      }
      case RIGHTS_BLOCK -> unblock(past);
      case DISMISS, UPHOLD, REVERSE, LIFT, EXPIRE -> {}
    }
  }

  /// Does now what has waited for an appeal that was in vain.
  void carryOut(Past past) {
    if (deletions.cancel(past.id())) {
      remove(past.image(), past.comment());
    }
  }

  void block(int image) {
    holds.hold(new ImageId(image), HoldCause.RIGHTS);
  }

  /// Ends a rights holder's block; false where it had ended.
  boolean unblock(Past past) {
    boolean ended = blocks.end(past.id());
    if (ended && past.image() != null) {
      holds.release(new ImageId(past.image()), HoldCause.RIGHTS);
    }
    return ended;
  }

  private void hide(@Nullable Integer image, @Nullable Integer comment) {
    if (image != null) {
      holds.hold(new ImageId(image), HoldCause.MODERATION);
    }
    if (comment != null) {
      commentHolds.hold(new CommentId(comment), HoldCause.MODERATION);
    }
  }

  private void show(@Nullable Integer image, @Nullable Integer comment) {
    if (image != null) {
      holds.release(new ImageId(image), HoldCause.MODERATION);
    }
    if (comment != null) {
      commentHolds.release(new CommentId(comment), HoldCause.MODERATION);
    }
  }

  private void remove(@Nullable Integer image, @Nullable Integer comment) {
    if (image != null) {
      gallery.remove(new ImageId(image));
    }
    if (comment != null) {
      comments.remove(new CommentId(comment));
    }
  }
}
