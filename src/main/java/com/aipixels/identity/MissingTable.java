package com.aipixels.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Members whom Clerk did not know when it was last asked, and since when.
@Repository
class MissingTable {

  private final JdbcClient jdbc;

  MissingTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void found(Collection<UserId> members) {
    jdbc.sql("DELETE FROM missing_members WHERE clerk_user_id = ANY (:ids)")
        .param("ids", ids(members))
        .update();
  }

  /// Who left while everybody was called is not noted.
  void missed(Collection<UserId> members, Instant now) {
    jdbc.sql(
            """
            INSERT INTO missing_members (clerk_user_id, first_missed_at)
            SELECT id, :now FROM unnest(:ids) AS member (id)
            WHERE NOT departed(id)
            ORDER BY id
            ON CONFLICT (clerk_user_id) DO NOTHING
            """)
        .param("ids", ids(members))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Those of the given members who were first missed at that time or before.
  List<UserId> missedSince(Instant then, Collection<UserId> members) {
    return jdbc.sql(
            """
            SELECT clerk_user_id FROM missing_members
            WHERE clerk_user_id = ANY (:ids) AND first_missed_at <= :then
            """)
        .param("ids", ids(members))
        .param("then", then.atOffset(ZoneOffset.UTC))
        .query((row, _) -> new UserId(row.getString("clerk_user_id")))
        .list();
  }

  private static String[] ids(Collection<UserId> members) {
    return members.stream().map(UserId::value).toArray(String[]::new);
  }
}
