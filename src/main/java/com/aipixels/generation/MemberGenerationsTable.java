package com.aipixels.generation;

import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Requests as what is kept of members. A worker whose request is gone has lost its claim: it hangs
/// nothing, and withdraws its order from the engine.
@Component
@Order(100)
class MemberGenerationsTable implements MemberData {

  private static final int AT_ONCE = 100;

  private final JdbcClient jdbc;

  MemberGenerationsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean forget(UserId member) {
    return !jdbc.sql(
            """
            WITH gone AS (
              DELETE FROM generations WHERE id IN (
                SELECT id FROM generations WHERE clerk_user_id = :member ORDER BY id LIMIT :most)
              RETURNING id)
            SELECT pg_notify('generations', id::text) FROM gone
            """)
        .param("member", member.value())
        .param("most", AT_ONCE)
        .query((_, _) -> true)
        .list()
        .isEmpty();
  }

  @Override
  public List<UserId> membersAfter(String id, int limit) {
    return jdbc.sql(
            """
            SELECT DISTINCT clerk_user_id FROM generations
            WHERE clerk_user_id > :id ORDER BY clerk_user_id LIMIT :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new UserId(row.getString("clerk_user_id")))
        .list();
  }
}
