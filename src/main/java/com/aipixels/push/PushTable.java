package com.aipixels.push;

import com.aipixels.identity.UserId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The browsers that want to hear of news. They become due in the transaction that brings the news.
@Component
class PushTable {

  private final JdbcClient jdbc;

  PushTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Takes some of those that are due. Each is due again after a while that grows with its
  /// attempts, unless it is settled before.
  List<Device> claim(int most) {
    return jdbc.sql(
            """
            UPDATE push_subscriptions s
            SET attempts = s.attempts + 1,
                due_at = clock_timestamp() + interval '1 minute' * power(4, LEAST(s.attempts, 5))
            FROM (
              SELECT d.id FROM push_subscriptions d
              WHERE d.due_at <= clock_timestamp()
                AND NOT departed(d.clerk_user_id)
                AND NOT EXISTS (
                  SELECT FROM leaving_members l WHERE l.clerk_user_id = d.clerk_user_id)
              ORDER BY d.due_at
              LIMIT :most
              FOR UPDATE SKIP LOCKED) due
            WHERE s.id = due.id
            RETURNING s.*
            """)
        .param("most", most)
        .query(PushTable::device)
        .list();
  }

  /// It was told of everything up to this place; what came meanwhile is due at once.
  void settle(Device device, long toldUpTo) {
    jdbc.sql(
            """
            UPDATE push_subscriptions
            SET attempts = 0, told_up_to = :place,
                due_at = CASE WHEN news = :news THEN NULL ELSE clock_timestamp() END
            WHERE id = :id
            """)
        .param("id", device.id())
        .param("news", device.news())
        .param("place", toldUpTo)
        .update();
  }

  void postpone(Device device, Duration pause) {
    jdbc.sql(
            """
            UPDATE push_subscriptions
            SET due_at = GREATEST(due_at, clock_timestamp() + :seconds * interval '1 second')
            WHERE id = :id
            """)
        .param("id", device.id())
        .param("seconds", pause.toSeconds())
        .update();
  }

  void remove(Device device) {
    jdbc.sql("DELETE FROM push_subscriptions WHERE id = :id").param("id", device.id()).update();
  }

  private static Device device(ResultSet row, int number) throws SQLException {
    return new Device(
        row.getLong("id"),
        new UserId(row.getString("clerk_user_id")),
        new Subscription(
            URI.create(row.getString("endpoint")), row.getString("p256dh"), row.getString("auth")),
        row.getString("language"),
        row.getLong("news"),
        row.getInt("attempts"),
        row.getLong("told_up_to"));
  }
}
