package com.aipixels.credits;

import com.aipixels.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CreditsTable {

  private final JdbcClient jdbc;

  CreditsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Standing(boolean opened, boolean refillDue, Balance balance) {}

  /// A member's row and whether a day has begun since the last refill, by the database's clock.
  Standing standing(UserId member, ZoneId zone) {
    return jdbc.sql(
            """
            SELECT c.id IS NOT NULL AS opened,
                   COALESCE(c.credits, 0) AS credits,
                   COALESCE(c.last_refill_at, t.utc) AT TIME ZONE 'UTC' AS last_refill_at,
                   (t.today + interval '1 day') AT TIME ZONE :zone AS next_refill_at,
                   COALESCE(c.last_refill_at AT TIME ZONE 'UTC' AT TIME ZONE :zone < t.today, false) AS due
            FROM (SELECT now() AT TIME ZONE 'UTC' AS utc,
                         date_trunc('day', now() AT TIME ZONE :zone) AS today) t
            LEFT JOIN user_credits c ON c.clerk_user_id = :member
            """)
        .param("member", member.value())
        .param("zone", zone.getId())
        .query(CreditsTable::standing)
        .single();
  }

  void open(UserId member, int credits) {
    jdbc.sql(
            """
            WITH opened AS (
              INSERT INTO user_credits (clerk_user_id, credits) VALUES (:member, :credits)
              ON CONFLICT (clerk_user_id) DO NOTHING
              RETURNING clerk_user_id, credits)
            INSERT INTO credit_entries (clerk_user_id, amount, balance_after, reason)
            SELECT clerk_user_id, credits, credits, 'opening' FROM opened
            """)
        .param("member", member.value())
        .param("credits", credits)
        .update();
  }

  /// Tops up once a day: whoever waited for the row finds the day taken.
  void refill(UserId member, int upTo, ZoneId zone) {
    jdbc.sql(
            """
            WITH due AS (
              SELECT id, credits FROM user_credits
              WHERE clerk_user_id = :member
                AND last_refill_at AT TIME ZONE 'UTC' AT TIME ZONE :zone
                    < date_trunc('day', now() AT TIME ZONE :zone)
              FOR UPDATE),
            refilled AS (
              UPDATE user_credits c
              SET credits = GREATEST(c.credits, :upTo),
                  last_refill_at = now() AT TIME ZONE 'UTC',
                  updated_at = now() AT TIME ZONE 'UTC'
              FROM due WHERE c.id = due.id
              RETURNING c.clerk_user_id, c.credits, c.credits - due.credits AS amount)
            INSERT INTO credit_entries (clerk_user_id, amount, balance_after, reason)
            SELECT clerk_user_id, amount, credits, 'refill' FROM refilled WHERE amount > 0
            """)
        .param("member", member.value())
        .param("upTo", upTo)
        .param("zone", zone.getId())
        .update();
  }

  /// The balance afterwards, or empty where it did not suffice for all. Each generation has an
  /// entry of its own, in their order, as if they had been paid one after the other.
  Optional<Integer> charge(UserId member, int price, List<UUID> generationIds) {
    return jdbc.sql(
            """
            WITH charged AS (
              UPDATE user_credits
              SET credits = credits - :price * :count, updated_at = now() AT TIME ZONE 'UTC'
              WHERE clerk_user_id = :member AND credits >= :price * :count
              RETURNING clerk_user_id, credits),
            booked AS (
              INSERT INTO credit_entries (clerk_user_id, amount, balance_after, reason, generation_id)
              SELECT c.clerk_user_id, -:price, c.credits + :price * (:count - g.place::integer), 'charge', g.id
              FROM charged c CROSS JOIN unnest(:generations::uuid[]) WITH ORDINALITY AS g (id, place)
              ORDER BY g.place
              RETURNING balance_after)
            SELECT min(balance_after) FROM booked HAVING count(*) > 0
            """)
        .param("member", member.value())
        .param("price", price)
        .param("count", generationIds.size())
        .param("generations", generationIds.toArray(UUID[]::new))
        .query(Integer.class)
        .optional();
  }

  void refund(UserId member, UUID generationId) {
    jdbc.sql(
            """
            WITH refunded AS (
              UPDATE user_credits c
              SET credits = c.credits - e.amount, updated_at = now() AT TIME ZONE 'UTC'
              FROM credit_entries e
              WHERE c.clerk_user_id = :member
                AND e.clerk_user_id = c.clerk_user_id AND e.generation_id = :generation AND e.reason = 'charge'
              RETURNING c.clerk_user_id, c.credits, -e.amount AS amount, e.generation_id)
            INSERT INTO credit_entries (clerk_user_id, amount, balance_after, reason, generation_id)
            SELECT clerk_user_id, amount, credits, 'refund', generation_id FROM refunded
            """)
        .param("member", member.value())
        .param("generation", generationId)
        .update();
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    return new Standing(
        row.getBoolean("opened"),
        row.getBoolean("due"),
        new Balance(
            row.getInt("credits"),
            row.getObject("last_refill_at", OffsetDateTime.class).toInstant(),
            row.getObject("next_refill_at", OffsetDateTime.class).toInstant()));
  }
}
