package com.aipixels.account;

import com.aipixels.identity.MemberLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes the erasure down in the transaction of the departure: there is never one without the
/// other.
@Component
class OnMemberLeft {

  private final ErasureTable table;

  OnMemberLeft(ErasureTable table) {
    this.table = table;
  }

  @EventListener
  void askForErasure(MemberLeft event) {
    table.ask(event.member());
  }
}
