package com.aipixels.gallery;

import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The pictures of a member who leaves: rows at once, files right after as with any deleted
/// picture, and in the end the tags that nobody else uses.
@Component
class MemberPictures implements MemberData {

  private static final int AT_ONCE = 100;

  private final MemberImageTable table;
  private final DeletionTable deletions;
  private final UnusedTagTable unusedTags;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;

  MemberPictures(
      MemberImageTable table,
      DeletionTable deletions,
      UnusedTagTable unusedTags,
      TransactionOperations transaction,
      ApplicationEventPublisher events) {
    this.table = table;
    this.deletions = deletions;
    this.unusedTags = unusedTags;
    this.transaction = transaction;
    this.events = events;
  }

  @Override
  public boolean forget(UserId member) {
    return transaction.execute(_ -> {
      List<ImageId> pictures = table.some(member, AT_ONCE);
      if (pictures.isEmpty()) {
        return unusedTags.remove();
      }
      deletions.delete(pictures).forEach(events::publishEvent);
      return true;
    });
  }

  @Override
  public List<UserId> membersAfter(String id, int limit) {
    return table.membersAfter(id, limit);
  }
}
