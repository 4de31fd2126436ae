package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Pictures that are held back: private, whatever their owners want, until no cause is left.
/// Holding twice for one cause, or releasing what is not held, changes nothing.
@Component
public class Holds {

  private final HoldTable table;

  Holds(HoldTable table) {
    this.table = table;
  }

  /// Holds a picture back, in the transaction of whoever decides so.
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(ImageId id, HoldCause cause) {
    table.hold(List.of(id), cause);
  }

  /// Takes one cause back, in the transaction of whoever decides so.
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(ImageId id, HoldCause cause) {
    table.release(List.of(id), cause);
  }

  /// Holds back some of a member's pictures that this cause does not hold yet, few enough for a
  /// short transaction, and says whether there were any.
  @Transactional
  public boolean holdSome(UserId owner, HoldCause cause, int limit) {
    List<ImageId> free = table.free(owner, cause, limit);
    table.hold(free, cause);
    return !free.isEmpty();
  }

  /// The opposite of [#holdSome].
  @Transactional
  public boolean releaseSome(UserId owner, HoldCause cause, int limit) {
    List<ImageId> held = table.held(owner, cause, limit);
    table.release(held, cause);
    return !held.isEmpty();
  }
}
