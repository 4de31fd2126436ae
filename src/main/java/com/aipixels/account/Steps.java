package com.aipixels.account;

import com.aipixels.identity.Leavers;
import com.aipixels.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The steps of a goodbye, each with the work that follows from it or not at all.
@Component
public class Steps {

  private final Leavers leavers;
  private final WithdrawalTable withdrawals;
  private final Erasures erasures;

  Steps(Leavers leavers, WithdrawalTable withdrawals, Erasures erasures) {
    this.leavers = leavers;
    this.withdrawals = withdrawals;
    this.erasures = erasures;
  }

  @Transactional
  Instant leave(UserId member, Duration grace) {
    Instant end = leavers.begin(member, grace);
    withdrawals.ask(member);
    return end;
  }

  @Transactional
  void leaveNow(UserId member) {
    leavers.end(member);
    withdrawals.forget(member);
    erasures.leave(member);
  }

  /// False for whoever is not leaving.
  @Transactional
  boolean comeBack(UserId member) {
    boolean returned = leavers.end(member);
    if (returned) {
      withdrawals.ask(member);
    }
    return returned;
  }

  /// Unless they have returned, be it to leave again.
  @Transactional
  void endGrace(UserId member) {
    if (leavers.endWhereDue(member)) {
      withdrawals.forget(member);
      erasures.leave(member);
    }
  }
}
