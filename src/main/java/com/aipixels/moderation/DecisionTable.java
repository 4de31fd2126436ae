package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import com.aipixels.look.Term;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Cases as they are decided.
@Component
class DecisionTable {

  private final JdbcClient jdbc;

  DecisionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Waiting(Target target, UserId owner, CaseState state) {}

  /// The case, which nobody else decides or adds to until the transaction ends.
  Optional<Waiting> lock(long id) {
    return jdbc.sql(
            """
            SELECT target_type, target_id, clerk_user_id, state
            FROM report_cases
            WHERE id = :id
            FOR UPDATE
            """)
        .param("id", id)
        .query((row, _) ->
            new Waiting(
                new Target(
                    Term.of(TargetType.class, row.getString("target_type")).orElseThrow(),
                    row.getString("target_id")),
                new UserId(row.getString("clerk_user_id")),
                Term.of(CaseState.class, row.getString("state")).orElseThrow()))
        .optional();
  }

  /// Of its open reports.
  List<Reason> reasons(long id) {
    return jdbc.sql(
            """
            SELECT DISTINCT reason FROM reports
            WHERE case_id = :id AND action_id IS NULL
            ORDER BY reason
            """)
        .param("id", id)
        .query((row, _) -> Term.of(Reason.class, row.getString("reason")).orElseThrow())
        .list();
  }

  /// Answers all open reports with a decision.
  void close(long id, long action) {
    jdbc.sql(
            """
            WITH answered AS (
              UPDATE reports SET action_id = :action WHERE case_id = :id AND action_id IS NULL)
            UPDATE report_cases SET state = 'closed', weight = 0 WHERE id = :id
            """)
        .param("id", id)
        .param("action", action)
        .update();
  }

  /// Lets a case of a picture rest for good, answering what was reported meanwhile.
  void settle(long id, long action) {
    jdbc.sql(
            """
            WITH answered AS (
              UPDATE reports SET action_id = :action WHERE case_id = :id AND action_id IS NULL)
            UPDATE report_cases SET state = 'settled', weight = 0
            WHERE id = :id AND target_type = 'image'
            """)
        .param("id", id)
        .param("action", action)
        .update();
  }
}
