package com.aipixels.moderation;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Deletions that wait until the time to appeal is over.
@Component
class AwaitedDeletionTable {

  private final JdbcClient jdbc;
  private final ModerationSettings settings;

  AwaitedDeletionTable(JdbcClient jdbc, ModerationSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  void await(long action) {
    jdbc.sql(
            """
            INSERT INTO awaited_deletions (action_id, image_id, comment_id, due_at)
            SELECT a.id, a.image_id, a.comment_id, clock_timestamp() + make_interval(secs => :seconds)
            FROM moderation_actions a
            WHERE a.id = :action
            """)
        .param("action", action)
        .param("seconds", (double) settings.appealTime().toSeconds())
        .update();
  }

  /// False where it no longer waits.
  boolean cancel(long action) {
    return jdbc.sql("DELETE FROM awaited_deletions WHERE action_id = :action")
            .param("action", action)
            .update()
        > 0;
  }

  /// Holds what waits, so that it is not carried out before the transaction ends.
  void hold(long action) {
    jdbc.sql("SELECT action_id FROM awaited_deletions WHERE action_id = :action FOR UPDATE")
        .param("action", action)
        .query((_, _) -> true)
        .optional();
  }

  /// One whose time is over and against which no appeal is open, for this transaction alone.
  Optional<Long> due() {
    return jdbc.sql(
            """
            SELECT d.action_id FROM awaited_deletions d
            WHERE d.due_at <= clock_timestamp()
              AND NOT EXISTS (SELECT FROM appeals p WHERE p.action_id = d.action_id AND p.outcome_id IS NULL)
            ORDER BY d.due_at
            LIMIT 1
            FOR UPDATE SKIP LOCKED
            """)
        .query((row, _) -> row.getLong("action_id"))
        .optional();
  }
}
