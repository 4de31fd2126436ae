package com.aipixels.provenance;

import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AiNoticeTable {

  private final JdbcClient jdbc;

  AiNoticeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// 0 where the member has read none.
  int version(UserId member) {
    return jdbc.sql("SELECT version FROM ai_notices WHERE clerk_user_id = :member")
        .param("member", member.value())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  void put(UserId member, int version) {
    jdbc.sql(
            """
            INSERT INTO ai_notices (clerk_user_id, version) VALUES (:member, :version)
            ON CONFLICT (clerk_user_id) DO UPDATE SET version = EXCLUDED.version, read_at = EXCLUDED.read_at
            """)
        .param("member", member.value())
        .param("version", version)
        .update();
  }

  boolean remove(UserId member) {
    return jdbc.sql("DELETE FROM ai_notices WHERE clerk_user_id = :member")
            .param("member", member.value())
            .update()
        > 0;
  }

  List<UserId> membersAfter(String id, int limit) {
    return jdbc.sql(
            """
            SELECT clerk_user_id
            FROM ai_notices
            WHERE clerk_user_id > :id
            ORDER BY clerk_user_id
            LIMIT :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new UserId(row.getString("clerk_user_id")))
        .list();
  }
}
