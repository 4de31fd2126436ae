package com.aipixels.collections;

import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a member has in collections, a batch at a time.
@Component
class MemberCollectionTable {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;

  MemberCollectionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Takes some pictures out of the member's collections, each held first, in the order of their
  /// ids; false where there were none.
  boolean empty(UserId member) {
    List<Integer> images =
        jdbc.sql(
                """
                SELECT i.id
                FROM images i
                WHERE i.id = ANY (ARRAY(
                  SELECT x.image_id
                  FROM collections c JOIN collection_images x ON x.collection_id = c.id
                  WHERE c.clerk_user_id = :member
                  LIMIT :limit))
                ORDER BY i.id
                FOR KEY SHARE
                """)
            .param("member", member.value())
            .param("limit", AT_ONCE)
            .query((row, _) -> row.getInt("id"))
            .list();
    jdbc.sql(
            """
            DELETE FROM collection_images x USING collections c
            WHERE c.clerk_user_id = :member AND x.collection_id = c.id AND x.image_id = ANY (:images)
            """)
        .param("member", member.value())
        .param("images", images.toArray(Integer[]::new))
        .update();
    return !images.isEmpty();
  }

  /// False where the member had none.
  boolean remove(UserId member) {
    return jdbc.sql("DELETE FROM collections WHERE clerk_user_id = :member")
            .param("member", member.value())
            .update()
        > 0;
  }

  List<UserId> membersAfter(String id, int limit) {
    return jdbc.sql(
            """
            SELECT DISTINCT clerk_user_id
            FROM collections
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
