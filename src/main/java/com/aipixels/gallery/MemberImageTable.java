package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MemberImageTable {

  private final JdbcClient jdbc;

  MemberImageTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Some of a member's pictures.
  List<ImageId> some(UserId member, int most) {
    return jdbc.sql("SELECT id FROM images WHERE clerk_user_id = :member ORDER BY id LIMIT :most")
        .param("member", member.value())
        .param("most", most)
        .query((row, _) -> new ImageId(row.getInt("id")))
        .list();
  }

  /// Each member's id is found by one step in the index, however many pictures they have.
  List<UserId> membersAfter(String id, int limit) {
    return jdbc.sql(
            """
            WITH RECURSIVE members AS (
              SELECT min(i.clerk_user_id) AS id, 1 AS n FROM images i WHERE i.clerk_user_id > :id
              UNION ALL
              SELECT (SELECT min(i.clerk_user_id) FROM images i WHERE i.clerk_user_id > m.id), m.n + 1
              FROM members m WHERE m.id IS NOT NULL AND m.n < :limit)
            SELECT id FROM members WHERE id IS NOT NULL ORDER BY id
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new UserId(row.getString("id")))
        .list();
  }
}
