package com.aipixels.provenance;

import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/// Which members have read what.
@Component
class MemberNotices implements MemberData {

  private final AiNoticeTable table;

  MemberNotices(AiNoticeTable table) {
    this.table = table;
  }

  @Override
  public boolean forget(UserId member) {
    return table.remove(member);
  }

  @Override
  public List<UserId> membersAfter(String id, int limit) {
    return table.membersAfter(id, limit);
  }
}
