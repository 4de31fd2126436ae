package com.aipixels.notifications;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Makes inboxes agree with what is true. Each statement may be repeated, and each sees at least
/// what was true when its causes were noted.
@Component
class NewsTable {

  /// Those who read of the topic, now or before.
  private static final String HOLD =
      """
      WITH {touched}, truth AS MATERIALIZED ({truth})
      SELECT b.clerk_user_id
      FROM inboxes b
      WHERE b.clerk_user_id IN (
        SELECT f.reader FROM truth f
        UNION ALL
        SELECT a.clerk_user_id
        FROM touched t JOIN notification_actors a ON a.topic = t.topic AND a.subject = t.subject AND {actor})
      ORDER BY b.clerk_user_id
      FOR NO KEY UPDATE
      """;

  private static final String WITHDRAW =
      """
      WITH {touched}, truth AS MATERIALIZED ({truth}),
      undone AS (
        DELETE FROM notification_actors a
        USING touched t, notifications n
        WHERE a.topic = t.topic AND a.subject = t.subject AND {actor}
          AND n.id = a.notification_id
          AND n.place > COALESCE((SELECT b.read_up_to FROM inboxes b WHERE b.clerk_user_id = n.clerk_user_id), 0)
          AND NOT EXISTS (
            SELECT FROM truth f
            WHERE (f.subject, f.actor, f.reader, f.kind)
              = (a.subject, a.actor_clerk_user_id, a.clerk_user_id, n.kind))
        RETURNING a.notification_id, a.clerk_user_id)
      SELECT u.notification_id, pg_notify('notifications', u.clerk_user_id) FROM undone u
      """;

  private static final String BRING =
      """
      WITH {touched}, truth AS MATERIALIZED ({truth}),
      news AS MATERIALIZED (
        SELECT DISTINCT ON (f.topic, f.subject, f.actor, f.reader) f.*
        FROM truth f
        WHERE f.reader <> f.actor
          AND NOT departed(f.reader) AND NOT departed(f.actor)
          AND f.actor <> ALL (quiet_for(f.reader))
          AND NOT EXISTS (SELECT FROM inboxes b WHERE b.clerk_user_id = f.reader AND f.kind = ANY (b.silent))
          AND (f.image_id IS NULL OR EXISTS (
            SELECT FROM images i
            WHERE i.id = f.image_id
              AND visible_to(f.reader, i.clerk_user_id, i.visibility, apart_from(f.reader))))
          AND NOT EXISTS (
            SELECT FROM notification_actors a
            WHERE (a.topic, a.subject, a.actor_clerk_user_id, a.clerk_user_id)
              = (f.topic, f.subject, f.actor, f.reader))
        ORDER BY f.topic, f.subject, f.actor, f.reader, f.rank),
      unread AS MATERIALIZED (
        SELECT DISTINCT ON (n.clerk_user_id, n.kind, n.subject) n.id, n.clerk_user_id, n.kind, n.subject
        FROM (SELECT DISTINCT reader, kind, subject FROM news) w
        JOIN notifications n ON (n.clerk_user_id, n.kind, n.subject) = (w.reader, w.kind, w.subject)
        WHERE n.place > COALESCE((SELECT b.read_up_to FROM inboxes b WHERE b.clerk_user_id = n.clerk_user_id), 0)
        ORDER BY n.clerk_user_id, n.kind, n.subject, n.place DESC),
      joined AS (
        UPDATE notifications n
        SET place = nextval('notification_places'), noted_at = clock_timestamp()
        FROM unread u WHERE n.id = u.id
        RETURNING n.id, n.clerk_user_id, n.kind, n.subject),
      made AS (
        INSERT INTO notifications (clerk_user_id, kind, subject, image_id, comment_id, detail)
        SELECT d.reader, d.kind, d.subject, d.image_id, d.comment_id, d.detail
        FROM (SELECT DISTINCT ON (w.reader, w.kind, w.subject) w.*
              FROM news w
              WHERE NOT EXISTS (
                SELECT FROM unread u
                WHERE (u.clerk_user_id, u.kind, u.subject) = (w.reader, w.kind, w.subject))) d
        ORDER BY d.comment_id, d.image_id
        RETURNING id, clerk_user_id, kind, subject),
      told AS (SELECT * FROM joined UNION ALL SELECT * FROM made),
      counted AS (
        INSERT INTO notification_actors (topic, subject, actor_clerk_user_id, clerk_user_id, notification_id)
        SELECT w.topic, w.subject, w.actor, w.reader, t.id
        FROM news w JOIN told t ON (t.clerk_user_id, t.kind, t.subject) = (w.reader, w.kind, w.subject)),
      pushed AS (
        UPDATE push_subscriptions s
        SET news = s.news + 1, due_at = COALESCE(s.due_at, clock_timestamp())
        FROM (SELECT DISTINCT clerk_user_id FROM told) t
        WHERE s.clerk_user_id = t.clerk_user_id)
      SELECT pg_notify('notifications', t.clerk_user_id) FROM told t GROUP BY t.clerk_user_id
      """;

  private final JdbcClient jdbc;

  NewsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Lets nobody who is concerned mark anything as read until the transaction ends.
  void hold(Topic topic, List<Cause> causes) {
    statement(about(topic, HOLD), causes).query((_, _) -> true).list();
  }

  /// Takes unread what is no longer true.
  void withdraw(Topic topic, List<Cause> causes) {
    List<Long> left =
        statement(about(topic, WITHDRAW), causes)
            .query((row, _) -> row.getLong("notification_id"))
            .list();
    if (!left.isEmpty()) {
      jdbc.sql(
              """
              DELETE FROM notifications n
              WHERE n.id = ANY (:ids)
                AND NOT EXISTS (SELECT FROM notification_actors a WHERE a.notification_id = n.id)
              """)
          .param("ids", left.toArray(Long[]::new))
          .update();
    }
  }

  /// Adds what is true and was not counted yet.
  void bring(Topic topic, List<Cause> causes, int followers) {
    StatementSpec statement = statement(about(topic, BRING), causes);
    StatementSpec complete =
        topic == Topic.PICTURE ? statement.param("followers", followers) : statement;
    complete.query((_, _) -> true).list();
  }

  /// Removes, read or not, what was said of comments that are gone.
  void removeOfComments(List<Cause> comments) {
    statement(
            """
            WITH %s
            DELETE FROM notifications n
            USING touched t, notification_actors a
            WHERE a.topic = t.topic AND a.subject = t.subject AND n.id = a.notification_id
              AND NOT EXISTS (
                SELECT FROM comments c WHERE c.id = t.subject::integer AND c.deleted_at IS NULL)
            """
                .formatted(Touched.SQL),
            comments)
        .update();
  }

  /// Removes, read or not, some of what was said of pictures that are gone, and notes where more is
  /// left.
  void removeOfPictures(List<Cause> pictures, int most) {
    statement(
            """
            WITH %s, dead AS MATERIALIZED (
              SELECT a.notification_id, t.subject
              FROM touched t
              JOIN notification_actors a ON a.topic IN ('like', 'picture') AND a.subject = t.subject
              LIMIT :most),
            removed AS (
              DELETE FROM notifications n WHERE n.id IN (SELECT d.notification_id FROM dead d)
              RETURNING n.clerk_user_id),
            more AS (
              INSERT INTO notice_causes (topic, subject)
              SELECT DISTINCT 'gone', d.subject FROM dead d WHERE (SELECT count(*) FROM dead) = :most)
            SELECT pg_notify('notifications', r.clerk_user_id) FROM removed r GROUP BY r.clerk_user_id
            """
                .formatted(Touched.SQL),
            pictures)
        .param("most", most)
        .query((_, _) -> true)
        .list();
  }

  /// A comment has one writer, whom its causes do not name.
  private static String about(Topic topic, String sql) {
    return sql.replace("{touched}", Touched.SQL)
        .replace("{truth}", topic.truth())
        .replace("{actor}", topic == Topic.COMMENT ? "true" : "a.actor_clerk_user_id = t.actor");
  }

  private StatementSpec statement(String sql, List<Cause> causes) {
    return Touched.by(causes).bind(jdbc.sql(sql));
  }
}
