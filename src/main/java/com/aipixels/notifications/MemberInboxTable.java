package com.aipixels.notifications;

import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is kept of members, a batch at a time. Each answers whether something was there.
@Component
class MemberInboxTable {

  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;

  MemberInboxTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean removeNotifications(UserId member) {
    return jdbc.sql(
                """
                DELETE FROM notifications
                WHERE id = ANY (ARRAY(
                  SELECT n.id FROM notifications n WHERE n.clerk_user_id = :member LIMIT :limit))
                """)
            .param("member", member.value())
            .param("limit", AT_ONCE)
            .update()
        > 0;
  }

  /// Out of what others were told; what only the member did goes with it.
  boolean removeActs(UserId member) {
    List<Long> touched =
        jdbc.sql(
                """
                DELETE FROM notification_actors
                WHERE ctid = ANY (ARRAY(
                  SELECT a.ctid FROM notification_actors a WHERE a.actor_clerk_user_id = :member LIMIT :limit))
                RETURNING notification_id
                """)
            .param("member", member.value())
            .param("limit", AT_ONCE)
            .query((row, _) -> row.getLong("notification_id"))
            .list();
    jdbc.sql(
            """
            DELETE FROM notifications n
            WHERE n.id = ANY (:ids)
              AND NOT EXISTS (SELECT FROM notification_actors a WHERE a.notification_id = n.id)
            """)
        .param("ids", touched.toArray(Long[]::new))
        .update();
    return !touched.isEmpty();
  }

  boolean removeChoices(UserId member) {
    return jdbc.sql(
                """
                WITH inbox AS (
                  DELETE FROM inboxes WHERE clerk_user_id = :member RETURNING 1),
                muted AS (
                  DELETE FROM mutes
                  WHERE muter_clerk_user_id = :member OR muted_clerk_user_id = :member RETURNING 1)
                SELECT (SELECT count(*) FROM inbox) + (SELECT count(*) FROM muted)
                """)
            .param("member", member.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  List<UserId> membersAfter(String id, int limit) {
    return jdbc.sql(
            """
            (SELECT DISTINCT clerk_user_id AS member FROM notifications
             WHERE clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT DISTINCT actor_clerk_user_id AS member FROM notification_actors
             WHERE actor_clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT clerk_user_id AS member FROM inboxes
             WHERE clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT DISTINCT muter_clerk_user_id AS member FROM mutes
             WHERE muter_clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT DISTINCT muted_clerk_user_id AS member FROM mutes
             WHERE muted_clerk_user_id > :id ORDER BY member LIMIT :limit)
            ORDER BY member
            LIMIT :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new UserId(row.getString("member")))
        .list();
  }
}
