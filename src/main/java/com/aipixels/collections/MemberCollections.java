package com.aipixels.collections;

import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The collections of a member who leaves, emptied before they go.
@Component
class MemberCollections implements MemberData {

  private final MemberCollectionTable table;
  private final TransactionOperations transaction;

  MemberCollections(MemberCollectionTable table, TransactionOperations transaction) {
    this.table = table;
    this.transaction = transaction;
  }

  @Override
  public boolean forget(UserId member) {
    return transaction.execute(_ -> table.empty(member) || table.remove(member));
  }

  @Override
  public List<UserId> membersAfter(String id, int limit) {
    return table.membersAfter(id, limit);
  }
}
