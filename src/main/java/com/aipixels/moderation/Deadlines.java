package com.aipixels.moderation;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Does what is due by the database's clock, one thing in each transaction, whichever process is
/// first: blocks end, and what nobody has appealed for is deleted.
@Component
class Deadlines {

  private static final Logger log = LoggerFactory.getLogger(Deadlines.class);

  private final RightsBlocks blocks;
  private final AwaitedDeletionTable deletions;
  private final ActionTable actions;
  private final Measures measures;
  private final TransactionOperations transaction;

  Deadlines(
      RightsBlocks blocks,
      AwaitedDeletionTable deletions,
      ActionTable actions,
      Measures measures,
      TransactionOperations transaction) {
    this.blocks = blocks;
    this.deletions = deletions;
    this.actions = actions;
    this.measures = measures;
    this.transaction = transaction;
  }

  /// At a rate, because that gives each run a thread of its own: no long sweep holds it up.
  @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
  void keep() {
    try {
      while (blocks.endDue() || deleteDue()) {
        log.debug("something was due");
      }
    } catch (DataAccessException e) {
      log.warn("What is due will be done later: {}", e.getClass().getSimpleName());
    }
  }

  private boolean deleteDue() {
    return transaction.execute(_ -> {
      Optional<Long> due = deletions.due();
      due.ifPresent(this::delete);
      return due.isPresent();
    });
  }

  /// Of whoever has left meanwhile, nothing is left to delete.
  private void delete(long action) {
    actions.find(action).ifPresentOrElse(measures::carryOut, () -> deletions.cancel(action));
  }
}
