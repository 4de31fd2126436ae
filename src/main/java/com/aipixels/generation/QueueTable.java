package com.aipixels.generation;

import com.aipixels.identity.UserId;
import com.aipixels.signals.Signals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The generations as a queue. A worker holds a claim while its session keeps an advisory lock on
/// the worker's number and renews the lease: a killed process loses the lock with its connection, a
/// frozen one loses the lease.
@Component
class QueueTable {

  /// Where the database says which generation changed.
  static final String CHANNEL = "generations";

  /// What [#claim] reads of a row.
  static final String CLAIM =
      GenerationRows.REQUEST
          + ", g.lease_owner, g.attempts, g.submitted_at, g.engine_reference, g.deadline";

  private final JdbcClient jdbc;

  QueueTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Lets one process at a time choose, so that nobody runs more than their share. Ends with the
  /// transaction.
  void takeTurn() {
    jdbc.sql("SELECT pg_advisory_xact_lock(:class, 0)")
        .param("class", Signals.LOCK_CLASS)
        .query((_, _) -> true)
        .single();
  }

  /// Claims up to `most` generations: first what a dead worker left, then each member's first, then
  /// each one's second.
  List<Claim> claim(int worker, int most, Collection<UUID> held, int perMember, Duration lease) {
    return jdbc.sql(
            """
            WITH alive AS MATERIALIZED (
              SELECT k.objid::bigint AS worker
              FROM pg_locks k JOIN pg_database d ON d.oid = k.database
              WHERE k.locktype = 'advisory' AND k.granted AND k.classid::bigint = :class
                AND d.datname = current_database()),
            open AS (
              SELECT g.id, g.created_at, g.status = 'running' AS started,
                     g.status = 'running' AND (
                       g.id = ANY(:held)
                       OR COALESCE(g.leased_until > clock_timestamp(), false)
                          AND g.lease_owner IN (SELECT worker FROM alive WHERE worker <> :worker)) AS held,
                     count(*) FILTER (WHERE g.status = 'running') OVER (PARTITION BY g.clerk_user_id)
                     + row_number() OVER (PARTITION BY g.clerk_user_id, g.status ORDER BY g.created_at, g.id)
                       AS turn
              FROM generations g
              WHERE g.status IN ('queued', 'running')),
            chosen AS (
              SELECT g.id
              FROM generations g JOIN open o ON o.id = g.id
              -- Asked of the row itself too, which may have ended since it was listed.
              WHERE g.status IN ('queued', 'running')
                AND NOT o.held AND (o.started OR o.turn <= :perMember) AND g.not_before <= clock_timestamp()
              ORDER BY o.started DESC, o.turn, o.created_at, o.id
              LIMIT :most
              FOR UPDATE OF g SKIP LOCKED)
            UPDATE generations g
            SET status = 'running',
                started_at = COALESCE(g.started_at, clock_timestamp()),
                attempts = g.attempts + 1,
                lease_owner = :worker,
                leased_until = clock_timestamp() + make_interval(secs => :lease)
            FROM chosen
            WHERE g.id = chosen.id
            RETURNING %s
            """
                .formatted(CLAIM))
        .param("class", Signals.LOCK_CLASS)
        .param("worker", worker)
        .param("held", held.toArray(UUID[]::new))
        .param("perMember", perMember)
        .param("most", most)
        .param("lease", seconds(lease))
        .query(QueueTable::claim)
        .list();
  }

  /// Passes over a row that somebody is about to end: nobody can claim it meanwhile, and waiting
  /// for it would cost all others their leases.
  void renew(int worker, Duration lease) {
    jdbc.sql(
            """
            UPDATE generations
            SET leased_until = clock_timestamp() + make_interval(secs => :lease)
            WHERE id IN (SELECT g.id FROM generations g
                         WHERE g.lease_owner = :worker AND g.status = 'running' AND g.leased_until IS NOT NULL
                         FOR UPDATE SKIP LOCKED)
            """)
        .param("worker", worker)
        .param("lease", seconds(lease))
        .update();
  }

  /// Calls whoever watches this generation in any process.
  void nudge(UUID generationId) {
    jdbc.sql("SELECT pg_notify('generations', :id)")
        .param("id", generationId.toString())
        .query((_, _) -> true)
        .single();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  static Claim claim(ResultSet row, int number) throws SQLException {
    return new Claim(
        new GenerationId(row.getObject("id", UUID.class)),
        new UserId(row.getString("clerk_user_id")),
        row.getInt("lease_owner"),
        row.getInt("attempts"),
        GenerationRows.request(row),
        row.getString("engine"),
        row.getString("translated_prompt"),
        GenerationRows.instant(row, "submitted_at"),
        row.getString("engine_reference"),
        Objects.requireNonNull(GenerationRows.instant(row, "created_at")),
        Objects.requireNonNull(GenerationRows.instant(row, "deadline")));
  }
}
