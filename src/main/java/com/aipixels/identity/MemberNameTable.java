package com.aipixels.identity;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What this room keeps of its members: the name last known, whether Clerk missed them, and whether
/// they are leaving.
@Repository
@Order(500)
class MemberNameTable implements MemberData {

  private final JdbcClient jdbc;

  MemberNameTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean forget(UserId member) {
    return jdbc.sql(
                """
                WITH name AS (
                  DELETE FROM people WHERE clerk_user_id = :member RETURNING 1),
                missing AS (
                  DELETE FROM missing_members WHERE clerk_user_id = :member RETURNING 1),
                leaving AS (
                  DELETE FROM leaving_members WHERE clerk_user_id = :member RETURNING 1)
                SELECT (SELECT count(*) FROM name) + (SELECT count(*) FROM missing) + (SELECT count(*) FROM leaving)
                """)
            .param("member", member.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  @Override
  public List<UserId> membersAfter(String id, int limit) {
    return jdbc.sql(
            """
            (SELECT clerk_user_id FROM people
             WHERE clerk_user_id > :id ORDER BY clerk_user_id LIMIT :limit)
            UNION
            (SELECT clerk_user_id FROM missing_members
             WHERE clerk_user_id > :id ORDER BY clerk_user_id LIMIT :limit)
            UNION
            (SELECT clerk_user_id FROM leaving_members
             WHERE clerk_user_id > :id ORDER BY clerk_user_id LIMIT :limit)
            ORDER BY clerk_user_id LIMIT :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new UserId(row.getString("clerk_user_id")))
        .list();
  }
}
