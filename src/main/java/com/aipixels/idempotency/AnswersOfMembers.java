package com.aipixels.idempotency;

import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/// What members were answered.
@Component
class AnswersOfMembers implements MemberData {

  private final AnswerTable table;

  AnswersOfMembers(AnswerTable table) {
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
