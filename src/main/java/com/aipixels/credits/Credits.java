package com.aipixels.credits;

import com.aipixels.identity.UserId;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What a member may spend. A member is opened with the initial credits at first sight, and topped
/// up at the first sight on a new day; a balance never goes below 0, and every movement is an entry
/// in the member's ledger.
@Component
public class Credits {

  private final CreditsTable table;
  private final LedgerTable ledger;
  private final CreditsSettings settings;

  Credits(CreditsTable table, LedgerTable ledger, CreditsSettings settings) {
    this.table = table;
    this.ledger = ledger;
    this.settings = settings;
  }

  @Transactional
  public Balance balance(UserId member) {
    return seen(member);
  }

  /// Takes the price of one picture for each of the generations, or nothing at all; to be called in
  /// the transaction that accepts them.
  @Transactional(propagation = Propagation.MANDATORY)
  public Charge charge(UserId member, List<UUID> generationIds) {
    Balance balance = seen(member);
    return table
        .charge(member, settings.price(), generationIds)
        .<Charge>map(Charge.Charged::new)
        .orElseGet(() -> new Charge.Insufficient(balance.credits()));
  }

  /// Gives back what was charged for a generation, once; to be called in the transaction that ends
  /// it without a picture.
  @Transactional(propagation = Propagation.MANDATORY)
  public void refund(UserId member, UUID generationId) {
    table.refund(member, generationId);
  }

  /// Movements, newest first.
  @Transactional(readOnly = true)
  public Slice<CreditEntry> entries(UserId member, PageRequest page) {
    return ledger.entries(member, page);
  }

  private Balance seen(UserId member) {
    CreditsTable.Standing standing = table.standing(member, settings.timeZone());
    if (standing.opened() && !standing.refillDue()) {
      return standing.balance();
    }
    if (standing.opened()) {
      table.refill(member, settings.refill(), settings.timeZone());
    } else {
      table.open(member, settings.initial());
    }
    return table.standing(member, settings.timeZone()).balance();
  }
}
