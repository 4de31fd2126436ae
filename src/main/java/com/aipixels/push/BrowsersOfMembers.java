package com.aipixels.push;

import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/// The browsers by which members can be reached go with them.
@Component
class BrowsersOfMembers implements MemberData {

  private final SubscriptionTable subscriptions;

  BrowsersOfMembers(SubscriptionTable subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public boolean forget(UserId member) {
    return subscriptions.removeOldest(member, 0);
  }

  @Override
  public List<UserId> membersAfter(String id, int limit) {
    return subscriptions.membersAfter(id, limit);
  }
}
