package com.aipixels.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is about to leave, and when.
@Repository
class LeaverTable {

  private final JdbcClient jdbc;

  LeaverTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The end of the grace; asked again, it stays what it was.
  Instant add(UserId member, Duration grace) {
    return jdbc.sql(
            """
            INSERT INTO leaving_members AS l (clerk_user_id, leaves_at)
            VALUES (:member, clock_timestamp() + make_interval(secs => :grace))
            ON CONFLICT (clerk_user_id) DO UPDATE SET leaves_at = l.leaves_at
            RETURNING leaves_at
            """)
        .param("member", member.value())
        .param("grace", (double) grace.toSeconds())
        .query((row, _) -> row.getObject("leaves_at", OffsetDateTime.class).toInstant())
        .single();
  }

  boolean remove(UserId member) {
    return jdbc.sql("DELETE FROM leaving_members WHERE clerk_user_id = :member")
            .param("member", member.value())
            .update()
        > 0;
  }

  /// False for whoever has returned, even if they are leaving again.
  boolean removeDue(UserId member) {
    return jdbc.sql(
                """
                DELETE FROM leaving_members
                WHERE clerk_user_id = :member AND leaves_at <= clock_timestamp()
                """)
            .param("member", member.value())
            .update()
        > 0;
  }

  Optional<Instant> leavesAt(UserId member) {
    return jdbc.sql("SELECT leaves_at FROM leaving_members WHERE clerk_user_id = :member")
        .param("member", member.value())
        .query((row, _) -> row.getObject("leaves_at", OffsetDateTime.class).toInstant())
        .optional();
  }

  /// Whether a member is among them; if so, they stay among them until the transaction ends.
  boolean hold(UserId member) {
    return jdbc.sql(
            """
            SELECT clerk_user_id FROM leaving_members WHERE clerk_user_id = :member
            FOR KEY SHARE
            """)
        .param("member", member.value())
        .query((_, _) -> true)
        .optional()
        .isPresent();
  }

  /// Some of those whose time to return is over.
  List<UserId> due(int limit) {
    return members(
        """
        SELECT clerk_user_id FROM leaving_members WHERE leaves_at <= clock_timestamp()
        ORDER BY leaves_at
        LIMIT :limit
        """,
        limit);
  }

  /// Those who said so within the last seconds.
  List<UserId> newest(int limit) {
    return members(
        """
        SELECT clerk_user_id FROM leaving_members
        WHERE asked_at > clock_timestamp() - interval '5 seconds'
        LIMIT :limit
        """,
        limit);
  }

  private List<UserId> members(String sql, int limit) {
    return jdbc.sql(sql)
        .param("limit", limit)
        .query((row, _) -> new UserId(row.getString("clerk_user_id")))
        .list();
  }
}
