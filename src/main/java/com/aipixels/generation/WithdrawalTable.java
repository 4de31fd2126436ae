package com.aipixels.generation;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Cancelled requests that an engine may still be at work on.
@Component
class WithdrawalTable {

  private final JdbcClient jdbc;

  WithdrawalTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those that were cancelled longer ago than `grace`, in which whoever worked on them tells the
  /// engine. Nobody else is given them for the time of the pause.
  List<Claim> take(Duration grace, Duration pause, int most) {
    return jdbc.sql(
            """
            UPDATE generations g
            SET not_before = clock_timestamp() + make_interval(secs => :pause)
            WHERE g.id IN (
              SELECT w.id FROM generations w
              WHERE w.status = 'cancelled' AND w.submitted_at IS NOT NULL AND NOT w.withdrawn
                AND w.deadline > clock_timestamp() AND w.not_before <= clock_timestamp()
                AND w.finished_at < clock_timestamp() - make_interval(secs => :grace)
              ORDER BY w.deadline
              LIMIT :most
              FOR UPDATE SKIP LOCKED)
            RETURNING %s
            """
                .formatted(QueueTable.CLAIM))
        .param("grace", (double) grace.toSeconds())
        .param("pause", (double) pause.toSeconds())
        .param("most", most)
        .query(QueueTable::claim)
        .list();
  }

  /// The engine knows, or has nothing to stop.
  void withdrawn(GenerationId id) {
    jdbc.sql("UPDATE generations SET withdrawn = true WHERE id = :id")
        .param("id", id.value())
        .update();
  }
}
