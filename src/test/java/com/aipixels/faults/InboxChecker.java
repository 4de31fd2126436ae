package com.aipixels.faults;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Holds what happened against what the inboxes say, knowing nothing of how it got there.
final class InboxChecker {

  /// Everything that somebody should have heard of once.
  private static final String EVENTS =
      """
      SELECT 'like' AS kind, i.clerk_user_id AS reader, i.id::text AS subject, l.clerk_user_id AS actor
      FROM likes l JOIN images i ON i.id = l.image_id
      WHERE l.clerk_user_id <> i.clerk_user_id
      UNION ALL
      SELECT 'comment', i.clerk_user_id, c.id::text, c.clerk_user_id
      FROM comments c JOIN images i ON i.id = c.image_id
      WHERE c.clerk_user_id <> i.clerk_user_id
      UNION ALL
      SELECT 'remix', s.clerk_user_id, i.id::text, i.clerk_user_id
      FROM images i JOIN images s ON s.id = i.source_image_id
      WHERE i.clerk_user_id <> s.clerk_user_id
      """;

  /// Everything that was said to somebody, as it is listed.
  private static final String SAID =
      """
      SELECT n.kind, n.clerk_user_id AS reader, n.subject, a.actor_clerk_user_id AS actor
      FROM notifications n JOIN notification_actors a ON a.notification_id = n.id
      """;

  private final JdbcClient database;

  InboxChecker(JdbcClient database) {
    this.database = database;
  }

  boolean isSettled() {
    return database.sql("SELECT count(*) FROM notice_causes").query(Integer.class).single() == 0;
  }

  List<String> events() {
    return strings(
        "SELECT kind || ' ' || count(*) FROM (%s) e GROUP BY kind ORDER BY 1".formatted(EVENTS));
  }

  List<String> lines() {
    return strings("SELECT kind || ' ' || count(*) FROM notifications GROUP BY kind ORDER BY 1");
  }

  long said() {
    return database.sql("SELECT count(*) FROM (%s) s".formatted(SAID)).query(Long.class).single();
  }

  List<String> lost() {
    return strings("SELECT e::text FROM (%s EXCEPT %s) e".formatted("(" + EVENTS + ")", SAID));
  }

  List<String> invented() {
    return strings("SELECT e::text FROM (%s EXCEPT %s) e".formatted(SAID, "(" + EVENTS + ")"));
  }

  List<String> doubled() {
    return strings(
        """
        SELECT s::text || ' ' || count(*) FROM (%s) s
        GROUP BY s, s.kind, s.reader, s.subject, s.actor HAVING count(*) > 1
        """
            .formatted(SAID));
  }

  /// Lines that say nothing of anybody.
  List<String> empty() {
    return strings(
        """
        SELECT n.id::text FROM notifications n
        WHERE NOT EXISTS (SELECT FROM notification_actors a WHERE a.notification_id = n.id)
        """);
  }

  private List<String> strings(String sql) {
    return database.sql(sql).query(String.class).list();
  }
}
