package com.aipixels.account;

import com.aipixels.identity.UserId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The withdrawals that have not ended, as a queue in which they take turns.
@Component
class WithdrawalTable {

  private final JdbcClient jdbc;

  WithdrawalTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void ask(UserId member) {
    write(
        """
        INSERT INTO withdrawals (clerk_user_id) VALUES (:member)
        ON CONFLICT (clerk_user_id) DO UPDATE
        SET asked_at = clock_timestamp(), turn_at = clock_timestamp(), failures = 0
        """,
        member);
  }

  /// The one that has waited longest, for this process alone until the lease is over.
  Optional<Withdrawal> claim(Duration lease) {
    return jdbc.sql(
            """
            UPDATE withdrawals
            SET turn_at = clock_timestamp() + make_interval(secs => :lease)
            WHERE clerk_user_id = (
              SELECT clerk_user_id FROM withdrawals WHERE turn_at <= clock_timestamp()
              ORDER BY turn_at LIMIT 1
              FOR UPDATE SKIP LOCKED)
            RETURNING clerk_user_id, asked_at, asked_at <= clock_timestamp() - interval '1 minute' AS settled
            """)
        .param("lease", (double) lease.toSeconds())
        .query((row, _) ->
            new Withdrawal(
                new UserId(row.getString("clerk_user_id")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("settled")))
        .optional();
  }

  void goOn(UserId member) {
    write(
        """
        UPDATE withdrawals SET turn_at = clock_timestamp(), failures = 0
        WHERE clerk_user_id = :member
        """,
        member);
  }

  void restUntilSettled(UserId member) {
    write(
        """
        UPDATE withdrawals SET turn_at = asked_at + interval '1 minute', failures = 0
        WHERE clerk_user_id = :member
        """,
        member);
  }

  /// Tries again later and later, but at least every minute.
  void putOff(UserId member) {
    write(
        """
        UPDATE withdrawals
        SET turn_at = clock_timestamp() + make_interval(secs => least(2 ^ least(failures, 10), 60)),
            failures = failures + 1
        WHERE clerk_user_id = :member
        """,
        member);
  }

  /// Unless it was asked for again meanwhile.
  void end(Withdrawal withdrawal) {
    jdbc.sql("DELETE FROM withdrawals WHERE clerk_user_id = :member AND asked_at = :asked")
        .param("member", withdrawal.member().value())
        .param("asked", withdrawal.asked().atOffset(ZoneOffset.UTC))
        .update();
  }

  void forget(UserId member) {
    write("DELETE FROM withdrawals WHERE clerk_user_id = :member", member);
  }

  private void write(String sql, UserId member) {
    jdbc.sql(sql).param("member", member.value()).update();
  }
}
