package com.aipixels.account;

import com.aipixels.community.CommentHolds;
import com.aipixels.gallery.HoldCause;
import com.aipixels.gallery.Holds;
import com.aipixels.generation.Generations;
import com.aipixels.identity.Leavers;
import com.aipixels.identity.UserId;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Moves the things of whoever is leaving out of sight, and those of whoever returned back, batch
/// by batch. What a turn does is decided by whether the member is leaving when it is done, so that
/// a turn that was overtaken does no harm.
@Component
class Withdrawer {

  private static final Logger log = LoggerFactory.getLogger(Withdrawer.class);

  /// How long a turn of a process that died is waited for.
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final int AT_ONCE = 250;

  private final WithdrawalTable table;
  private final Leavers leavers;
  private final Generations generations;
  private final Holds pictures;
  private final CommentHolds comments;
  private final TransactionOperations transaction;

  Withdrawer(
      WithdrawalTable table,
      Leavers leavers,
      Generations generations,
      Holds pictures,
      CommentHolds comments,
      TransactionOperations transaction) {
    this.table = table;
    this.leavers = leavers;
    this.generations = generations;
    this.pictures = pictures;
    this.comments = comments;
    this.transaction = transaction;
  }

  /// One batch of one member; false where nobody's turn has come.
  boolean takeTurn() {
    return table.claim(LEASE).map(this::goOnWith).isPresent();
  }

  /// One batch of this member; false where nothing was left to move.
  boolean move(UserId member) {
    return inStep(member, true, () -> generations.cancelAll(member))
        || inStep(member, true, () -> pictures.holdSome(member, HoldCause.LEAVING, AT_ONCE))
        || inStep(member, true, () -> comments.holdSome(member, HoldCause.LEAVING, AT_ONCE))
        || inStep(member, false, () -> pictures.releaseSome(member, HoldCause.LEAVING, AT_ONCE))
        || inStep(member, false, () -> comments.releaseSome(member, HoldCause.LEAVING, AT_ONCE));
  }

  private Withdrawal goOnWith(Withdrawal withdrawal) {
    UserId member = withdrawal.member();
    try {
      if (move(member)) {
        table.goOn(member);
      } else if (withdrawal.settled()) {
        table.end(withdrawal);
      } else {
        table.restUntilSettled(member);
      }
    } catch (RuntimeException e) {
      // The message may name the member.
      log.warn("a withdrawal will go on later: {}", e.getClass().getSimpleName());
      table.putOff(member);
    }
    return withdrawal;
  }

  /// Nobody leaves or returns in the middle of a step. One kind of thing at a time: others who hold
  /// one kind and wait for another would wait in a circle.
  private boolean inStep(UserId member, boolean leaving, BooleanSupplier step) {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> leavers.hold(member) == leaving && step.getAsBoolean()));
  }
}
