package com.aipixels.push;

import com.aipixels.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The browsers of members, as their owners keep them.
@Component
class SubscriptionTable {

  private final JdbcClient jdbc;

  SubscriptionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A browser has one endpoint, and belongs to whoever used it last.
  Subscribed put(UserId member, Subscription subscription, String language) {
    return jdbc.sql(
            """
            INSERT INTO push_subscriptions AS s
              (clerk_user_id, endpoint, p256dh, auth, language, told_up_to)
            VALUES (:member, :endpoint, :p256dh, :auth, :language, (
              SELECT COALESCE(max(n.place), 0) FROM notifications n WHERE n.clerk_user_id = :member))
            ON CONFLICT (endpoint) DO UPDATE
            SET clerk_user_id = EXCLUDED.clerk_user_id, p256dh = EXCLUDED.p256dh, auth = EXCLUDED.auth,
                language = EXCLUDED.language, attempts = 0,
                told_up_to = CASE WHEN s.clerk_user_id = EXCLUDED.clerk_user_id
                                  THEN s.told_up_to ELSE EXCLUDED.told_up_to END,
                due_at = CASE WHEN s.clerk_user_id = EXCLUDED.clerk_user_id THEN s.due_at END
            RETURNING s.id, s.created_at
            """)
        .param("member", member.value())
        .param("endpoint", subscription.endpoint().toString())
        .param("p256dh", subscription.p256dh())
        .param("auth", subscription.auth())
        .param("language", language)
        .query(SubscriptionTable::subscribed)
        .single();
  }

  /// The newest first.
  List<Subscribed> of(UserId member) {
    return jdbc.sql(
            """
            SELECT id, created_at FROM push_subscriptions
            WHERE clerk_user_id = :member
            ORDER BY id DESC
            """)
        .param("member", member.value())
        .query(SubscriptionTable::subscribed)
        .list();
  }

  void remove(UserId member, long id) {
    jdbc.sql("DELETE FROM push_subscriptions WHERE clerk_user_id = :member AND id = :id")
        .param("member", member.value())
        .param("id", id)
        .update();
  }

  /// Removes the oldest browser that comes after so many newer ones; false where there is none. One
  /// at a time, as whoever brings news locks several in an order of their own.
  boolean removeOldest(UserId member, int kept) {
    return jdbc.sql(
                """
                DELETE FROM push_subscriptions
                WHERE id = (
                  SELECT id FROM push_subscriptions
                  WHERE clerk_user_id = :member
                  ORDER BY id DESC
                  OFFSET :kept LIMIT 1)
                """)
            .param("member", member.value())
            .param("kept", kept)
            .update()
        > 0;
  }

  List<UserId> membersAfter(String id, int limit) {
    return jdbc.sql(
            """
            SELECT DISTINCT clerk_user_id AS member FROM push_subscriptions
            WHERE clerk_user_id > :id
            ORDER BY member
            LIMIT :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new UserId(row.getString("member")))
        .list();
  }

  private static Subscribed subscribed(ResultSet row, int number) throws SQLException {
    return new Subscribed(
        row.getLong("id"), row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
