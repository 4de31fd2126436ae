package com.aipixels.identity;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who has left, by the hash of their ids.
@Repository
class DepartedTable {

  private final JdbcClient jdbc;

  DepartedTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UserId member) {
    jdbc.sql(
            """
            INSERT INTO departed_members (member_hash) VALUES (hash_of(:member))
            ON CONFLICT (member_hash) DO NOTHING
            """)
        .param("member", member.value())
        .update();
  }

  /// Those of the given members who are not to be named: they have left, or are about to.
  Set<UserId> orLeaving(Collection<? extends UserId> members) {
    return jdbc.sql(
            """
            SELECT id FROM unnest(:ids) AS member (id)
            WHERE departed(id) OR EXISTS (SELECT FROM leaving_members l WHERE l.clerk_user_id = id)
            """)
        .param("ids", members.stream().map(UserId::value).toArray(String[]::new))
        .query((row, _) -> new UserId(row.getString("id")))
        .set();
  }

  /// Those of the given members who have left.
  Set<UserId> among(Collection<? extends UserId> members) {
    return jdbc.sql("SELECT id FROM unnest(:ids) AS member (id) WHERE departed(id)")
        .param("ids", members.stream().map(UserId::value).toArray(String[]::new))
        .query((row, _) -> new UserId(row.getString("id")))
        .set();
  }
}
