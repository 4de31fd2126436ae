package com.aipixels.account;

import com.aipixels.identity.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The erasures that have not ended, as a queue in which they take turns.
@Component
class ErasureTable {

  private final JdbcClient jdbc;

  ErasureTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void ask(UserId member) {
    write("INSERT INTO erasures (clerk_user_id) VALUES (:member) ON CONFLICT DO NOTHING", member);
  }

  void askAtClerkToo(UserId member) {
    write("UPDATE erasures SET at_clerk = true WHERE clerk_user_id = :member", member);
  }

  /// The one that has waited longest, for this process alone until the lease is over. What members
  /// asked for before they left may go on for a minute.
  Optional<Erasure> claim(Duration lease) {
    return jdbc.sql(
            """
            UPDATE erasures
            SET turn_at = clock_timestamp() + make_interval(secs => :lease)
            WHERE clerk_user_id = (
              SELECT clerk_user_id FROM erasures WHERE turn_at <= clock_timestamp()
              ORDER BY turn_at LIMIT 1
              FOR UPDATE SKIP LOCKED)
            RETURNING clerk_user_id, left(encode(hash_of(clerk_user_id), 'hex'), 12) AS name, at_clerk,
                      asked_at <= clock_timestamp() - interval '1 minute' AS settled
            """)
        .param("lease", (double) lease.toSeconds())
        .query((row, _) ->
            new Erasure(
                new UserId(row.getString("clerk_user_id")),
                row.getString("name"),
                row.getBoolean("at_clerk"),
                row.getBoolean("settled")))
        .optional();
  }

  /// Something was found: more is likely, after everybody else's turn.
  void goOn(UserId member) {
    write(
        """
        UPDATE erasures SET turn_at = clock_timestamp(), failures = 0
        WHERE clerk_user_id = :member
        """,
        member);
  }

  void doneAtClerk(UserId member) {
    write(
        """
        UPDATE erasures SET turn_at = clock_timestamp(), failures = 0, at_clerk = false
        WHERE clerk_user_id = :member
        """,
        member);
  }

  void restUntilSettled(UserId member) {
    write(
        """
        UPDATE erasures SET turn_at = asked_at + interval '1 minute', failures = 0
        WHERE clerk_user_id = :member
        """,
        member);
  }

  /// Tries again later and later, but at least every five minutes.
  void putOff(UserId member) {
    write(
        """
        UPDATE erasures
        SET turn_at = clock_timestamp() + make_interval(secs => least(2 ^ least(failures, 10), 300)),
            failures = failures + 1
        WHERE clerk_user_id = :member
        """,
        member);
  }

  void end(UserId member) {
    write("DELETE FROM erasures WHERE clerk_user_id = :member", member);
  }

  List<UserId> open() {
    return jdbc.sql("SELECT clerk_user_id FROM erasures")
        .query((row, _) -> new UserId(row.getString("clerk_user_id")))
        .list();
  }

  private void write(String sql, UserId member) {
    jdbc.sql(sql).param("member", member.value()).update();
  }
}
