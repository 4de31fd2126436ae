package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What moderation keeps of members, a batch at a time. Cases are locked in the order of their ids.
@Component
class ModerationTraceTable {

  private static final int AT_ONCE = 200;

  private final JdbcClient jdbc;

  ModerationTraceTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Reports of theirs. A case in which nothing else is open leaves the queue.
  boolean removeReports(UserId member) {
    Long[] cases =
        jdbc.sql(
                """
                SELECT c.id FROM report_cases c
                WHERE c.id IN (SELECT r.case_id FROM reports r WHERE r.reporter_clerk_user_id = :member LIMIT :limit)
                ORDER BY c.id
                FOR UPDATE
                """)
            .param("member", member.value())
            .param("limit", AT_ONCE)
            .query(Long.class)
            .list()
            .toArray(Long[]::new);
    if (cases.length > 0) {
      jdbc.sql(
              """
              DELETE FROM reports WHERE reporter_clerk_user_id = :member AND case_id = ANY (:cases)
              """)
          .param("member", member.value())
          .param("cases", cases)
          .update();
      jdbc.sql("SELECT weigh_cases(:cases)").param("cases", cases).query((_, _) -> true).single();
    }
    return cases.length > 0;
  }

  /// Cases about what was theirs, with everything that was said in them.
  boolean removeCases(UserId member) {
    return changed(
        """
        DELETE FROM report_cases
        WHERE id IN (SELECT id FROM report_cases WHERE clerk_user_id = :member ORDER BY id LIMIT :limit FOR UPDATE)
        """,
        member);
  }

  /// Everything else, a kind at a time: there is little of it.
  boolean removeRest(UserId member) {
    return changed("DELETE FROM appeals WHERE clerk_user_id = :member", member)
        || changed("DELETE FROM suspensions WHERE clerk_user_id = :member", member)
        || changed("DELETE FROM rights_blocks WHERE clerk_user_id = :member", member)
        || changed(
            """
            DELETE FROM moderation_notices
            WHERE id IN (SELECT id FROM moderation_notices WHERE clerk_user_id = :member LIMIT :limit)
            """,
            member)
        || changed("DELETE FROM moderation_people WHERE clerk_user_id = :member", member);
  }

  /// Everybody of whom there is more stands here too.
  List<UserId> membersAfter(String id, int limit) {
    return jdbc.sql(
            """
            (SELECT DISTINCT reporter_clerk_user_id AS member FROM reports
             WHERE reporter_clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT DISTINCT clerk_user_id AS member FROM report_cases
             WHERE clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT clerk_user_id AS member FROM moderation_people
             WHERE clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT DISTINCT clerk_user_id AS member FROM moderation_notices
             WHERE clerk_user_id > :id ORDER BY member LIMIT :limit)
            ORDER BY member
            LIMIT :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new UserId(row.getString("member")))
        .list();
  }

  private boolean changed(String sql, UserId member) {
    JdbcClient.StatementSpec statement = jdbc.sql(sql).param("member", member.value());
    return (sql.contains(":limit") ? statement.param("limit", AT_ONCE) : statement).update() > 0;
  }
}
