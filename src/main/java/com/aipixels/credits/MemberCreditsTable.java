package com.aipixels.credits;

import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Balances and ledgers as what is kept of members. The database lets go of a ledger only when its
/// member has left.
@Component
@Order(400)
class MemberCreditsTable implements MemberData {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;

  MemberCreditsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean forget(UserId member) {
    return jdbc.sql(
                """
                WITH balance AS (
                  DELETE FROM user_credits WHERE clerk_user_id = :member RETURNING 1),
                entries AS (
                  DELETE FROM credit_entries WHERE id IN (
                    SELECT id FROM credit_entries WHERE clerk_user_id = :member ORDER BY id DESC LIMIT :most)
                  RETURNING 1)
                SELECT (SELECT count(*) FROM balance) + (SELECT count(*) FROM entries)
                """)
            .param("member", member.value())
            .param("most", AT_ONCE)
            .query(Integer.class)
            .single()
        > 0;
  }

  @Override
  public List<UserId> membersAfter(String id, int limit) {
    return jdbc.sql(
            """
            (SELECT clerk_user_id FROM user_credits
             WHERE clerk_user_id > :id ORDER BY clerk_user_id LIMIT :limit)
            UNION
            (SELECT DISTINCT clerk_user_id FROM credit_entries
             WHERE clerk_user_id > :id ORDER BY clerk_user_id LIMIT :limit)
            ORDER BY clerk_user_id LIMIT :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new UserId(row.getString("clerk_user_id")))
        .list();
  }
}
