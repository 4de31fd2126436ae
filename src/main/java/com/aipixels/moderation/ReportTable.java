package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Cases and the reports in them, to write.
@Component
class ReportTable {

  private final JdbcClient jdbc;

  ReportTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The case about this target, made if there is none, and locked until the transaction ends.
  long open(Target target, UserId owner) {
    return jdbc.sql(
            """
            INSERT INTO report_cases AS c (target_type, target_id, clerk_user_id)
            VALUES (:type, :id, :owner)
            ON CONFLICT (target_type, target_id) DO UPDATE SET target_id = c.target_id
            RETURNING c.id
            """)
        .param("type", target.type().value())
        .param("id", target.id())
        .param("owner", owner.value())
        .query(Long.class)
        .single();
  }

  /// Empty where the member has reported it before.
  Optional<Filed> add(long caseId, UserId reporter, NewReport report) {
    return jdbc.sql(
            """
            INSERT INTO reports (case_id, reporter_clerk_user_id, reason, weight, details)
            VALUES (:case, :reporter, :reason, :weight, :details)
            ON CONFLICT DO NOTHING
            RETURNING id, created_at
            """)
        .param("case", caseId)
        .param("reporter", reporter.value())
        .param("reason", report.reason().value())
        .param("weight", report.reason().weight())
        .param("details", report.details())
        .query((row, _) ->
            new Filed(
                row.getLong("id"), row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /// Puts a case with a new report into the queue. What was given right on appeal stays out of it;
  /// its reports are kept.
  void reopen(long caseId) {
    jdbc.sql(
            """
            UPDATE report_cases SET state = 'open', opened_at = clock_timestamp()
            WHERE id = :case AND state = 'closed'
            """)
        .param("case", caseId)
        .update();
    weigh(caseId);
  }

  void weigh(long caseId) {
    jdbc.sql("SELECT weigh_cases(ARRAY[:case::bigint])")
        .param("case", caseId)
        .query((_, _) -> true)
        .single();
  }
}
