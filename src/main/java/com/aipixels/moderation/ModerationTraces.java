package com.aipixels.moderation;

import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What members leave in moderation: what they reported, what was said of them, and whose hashes
/// stand in the audit trail. The trail itself stays, and then names nobody.
@Component
class ModerationTraces implements MemberData {

  private final ModerationTraceTable table;
  private final TransactionOperations transaction;

  ModerationTraces(ModerationTraceTable table, TransactionOperations transaction) {
    this.table = table;
    this.transaction = transaction;
  }

  @Override
  public boolean forget(UserId member) {
    return transaction.execute(
        _ -> table.removeReports(member) || table.removeCases(member) || table.removeRest(member));
  }

  @Override
  public List<UserId> membersAfter(String id, int limit) {
    return table.membersAfter(id, limit);
  }
}
