package com.aipixels.generation;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Cancelled requests that an engine may still be at work on.
@Component
class EngineCancellationTable {

  private final JdbcClient jdbc;

  EngineCancellationTable(JdbcClient jdbc) {
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
              SELECT c.id FROM generations c
              WHERE c.status = 'cancelled' AND c.submitted_at IS NOT NULL AND NOT c.engine_told
                AND c.deadline > clock_timestamp() AND c.not_before <= clock_timestamp()
                AND c.finished_at < clock_timestamp() - make_interval(secs => :grace)
              ORDER BY c.deadline
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
  void told(GenerationId id) {
    jdbc.sql("UPDATE generations SET engine_told = true WHERE id = :id")
        .param("id", id.value())
        .update();
  }
}
