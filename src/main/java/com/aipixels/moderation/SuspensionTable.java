package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may only read, and until when; the database's clock decides.
@Component
class SuspensionTable {

  private final JdbcClient jdbc;

  SuspensionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begin(long action, UserId member) {
    jdbc.sql(
            """
            INSERT INTO suspensions (action_id, clerk_user_id, ends_at)
            SELECT a.id, :member, a.ends_at FROM moderation_actions a WHERE a.id = :action
            """)
        .param("action", action)
        .param("member", member.value())
        .update();
  }

  void end(long action) {
    jdbc.sql("DELETE FROM suspensions WHERE action_id = :action").param("action", action).update();
  }

  /// The one that lasts longest.
  Optional<Suspension> of(UserId member) {
    return jdbc.sql(
            """
            SELECT s.ends_at, a.note
            FROM suspensions s JOIN moderation_actions a ON a.id = s.action_id
            WHERE s.clerk_user_id = :member AND s.ends_at > clock_timestamp()
            ORDER BY s.ends_at DESC
            LIMIT 1
            """)
        .param("member", member.value())
        .query((row, _) ->
            new Suspension(
                row.getObject("ends_at", OffsetDateTime.class).toInstant(), row.getString("note")))
        .optional();
  }
}
