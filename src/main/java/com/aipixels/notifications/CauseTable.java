package com.aipixels.notifications;

import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the triggers noted, to be worked on by one process at a time.
@Component
class CauseTable {

  private final JdbcClient jdbc;

  CauseTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Waits until nobody works on causes, and keeps it so until the transaction ends.
  void takeTurn() {
    jdbc.sql("SELECT pg_advisory_xact_lock(1095325785, 1)").query((_, _) -> true).single();
  }

  /// Takes up to `most` causes out; none while another process has taken some and not yet
  /// committed.
  List<Cause> take(int most) {
    return jdbc.sql(
            """
            DELETE FROM notice_causes
            WHERE ctid = ANY (ARRAY(
              SELECT c.ctid FROM notice_causes c
              WHERE (SELECT pg_try_advisory_xact_lock(1095325785, 1))
              LIMIT :most))
            RETURNING topic, subject, actor, noted_at, after_follow, reader, detail
            """)
        .param("most", most)
        .query((row, _) ->
            new Cause(
                row.getString("topic"),
                row.getString("subject"),
                row.getString("actor"),
                row.getString("noted_at"),
                row.getInt("after_follow"),
                row.getString("reader"),
                row.getString("detail")))
        .list();
  }

  /// Notes where to go on with pictures whose makers have more followers than are told at once.
  void goOnAfter(List<Cause> pictures, int followers) {
    Touched.by(pictures)
        .bind(
            jdbc.sql(
                """
                WITH %s
                INSERT INTO notice_causes (topic, subject, actor, noted_at, after_follow)
                SELECT t.topic, t.subject, t.actor, t.noted_at, f.last
                FROM touched t
                JOIN images i ON i.id = t.subject::integer AND i.visibility = 'public'
                CROSS JOIN LATERAL (
                  SELECT max(n.id) AS last, count(*) AS told
                  FROM (SELECT f.id FROM follows f
                        WHERE f.following_clerk_user_id = i.clerk_user_id AND f.id > t.after_follow
                        ORDER BY f.id LIMIT :followers) n) f
                WHERE f.told = :followers
                """
                    .formatted(Touched.SQL)))
        .param("followers", followers)
        .update();
  }

  /// False where nothing was noted that names the member.
  boolean forget(UserId member) {
    return jdbc.sql(
                """
                DELETE FROM notice_causes
                WHERE :member IN (actor, reader) OR topic = 'follow' AND subject = :member
                """)
            .param("member", member.value())
            .update()
        > 0;
  }
}
