package com.aipixels.account;

import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose parcels and withdrawals there are.
@Component
class MemberParcelTable {

  private final JdbcClient jdbc;

  MemberParcelTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A withdrawal needs no end where everything ends.
  boolean forget(UserId member) {
    return jdbc.sql("DELETE FROM withdrawals WHERE clerk_user_id = :member")
            .param("member", member.value())
            .update()
        > 0;
  }

  List<UserId> membersAfter(String id, int limit) {
    return jdbc.sql(
            """
            (SELECT DISTINCT clerk_user_id FROM exports
             WHERE clerk_user_id > :id ORDER BY clerk_user_id LIMIT :limit)
            UNION
            (SELECT DISTINCT clerk_user_id FROM imports
             WHERE clerk_user_id > :id ORDER BY clerk_user_id LIMIT :limit)
            UNION
            (SELECT clerk_user_id FROM withdrawals
             WHERE clerk_user_id > :id ORDER BY clerk_user_id LIMIT :limit)
            ORDER BY clerk_user_id LIMIT :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new UserId(row.getString("clerk_user_id")))
        .list();
  }
}
