package com.aipixels.notifications;

import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What members leave here: their inbox, their place in those of others, and what they chose.
@Component
public class InboxesOfMembers implements MemberData {

  private final CauseTable causes;
  private final MemberInboxTable inboxes;

  InboxesOfMembers(CauseTable causes, MemberInboxTable inboxes) {
    this.causes = causes;
    this.inboxes = inboxes;
  }

  /// Nobody brings news meanwhile: what is removed would be written by them in another order.
  @Override
  @Transactional
  public boolean forget(UserId member) {
    causes.takeTurn();
    return causes.forget(member)
        || inboxes.removeNotifications(member)
        || inboxes.removeActs(member)
        || inboxes.removeChoices(member);
  }

  @Override
  public List<UserId> membersAfter(String id, int limit) {
    return inboxes.membersAfter(id, limit);
  }
}
