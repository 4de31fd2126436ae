package com.aipixels.community;

import com.aipixels.gallery.HoldCause;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Comments that are held back: without words and author for everybody but their writer, until no
/// cause is left. Holding twice for one cause, or releasing what is not held, changes nothing.
@Component
public class CommentHolds {

  private final CommentHoldTable table;

  CommentHolds(CommentHoldTable table) {
    this.table = table;
  }

  /// Holds a comment back, in the transaction of whoever decides so.
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(CommentId id, HoldCause cause) {
    table.hold(List.of(id.value()), cause);
  }

  /// Takes one cause back, in the transaction of whoever decides so.
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(CommentId id, HoldCause cause) {
    table.release(List.of(id.value()), cause);
  }

  /// Holds back some of a member's comments that this cause does not hold yet, few enough for a
  /// short transaction, and says whether there were any.
  @Transactional
  public boolean holdSome(UserId writer, HoldCause cause, int limit) {
    List<Integer> free = table.free(writer, cause, limit);
    table.hold(free, cause);
    return !free.isEmpty();
  }

  /// The opposite of [#holdSome].
  @Transactional
  public boolean releaseSome(UserId writer, HoldCause cause, int limit) {
    List<Integer> held = table.held(writer, cause, limit);
    table.release(held, cause);
    return !held.isEmpty();
  }
}
