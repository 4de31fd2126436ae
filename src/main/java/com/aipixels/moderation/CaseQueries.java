package com.aipixels.moderation;

import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Cases and the reports in them, to read.
@Component
class CaseQueries {

  private static final String QUEUE = "cases";
  private static final int REPORTS = 20;

  private final JdbcClient jdbc;

  CaseQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Case> find(long id) {
    return jdbc.sql(
            "SELECT %s FROM report_cases c %s WHERE c.id = :id"
                .formatted(CaseRows.CASE, CaseRows.TABLES))
        .param("id", id)
        .query(CaseRows::read)
        .optional();
  }

  /// Open cases: the heaviest first, then the oldest.
  Slice<Case> open(PageRequest page) {
    Optional<Cursor> after = page.after(QUEUE);
    JdbcClient.StatementSpec statement =
        jdbc.sql(queue(after.isPresent())).param("limit", page.rowsToFetch());
    after.ifPresent(cursor ->
        statement
            .param("weight", cursor.key(0, Integer::valueOf))
            .param("at", cursor.key(1, Instant::parse).atOffset(ZoneOffset.UTC))
            .param("id", cursor.key(2, Long::valueOf)));
    List<Case> rows = statement.query(CaseRows::read).list();
    return Slice.of(
        rows, page, found -> Cursor.of(QUEUE, found.weight(), found.openedAt(), found.id()));
  }

  /// The text of the queue from its beginning, or from where a page ended.
  static String queue(boolean goesOn) {
    return """
    SELECT %s
    FROM (SELECT q.id, q.target_type, q.target_id, q.clerk_user_id, q.state, q.weight, q.opened_at
          FROM report_cases q
          WHERE q.state = 'open' %s
          ORDER BY -q.weight, q.opened_at, q.id
          LIMIT :limit) c
    %s
    ORDER BY -c.weight, c.opened_at, c.id
    """
        .formatted(
            CaseRows.CASE,
            goesOn ? "AND (-q.weight, q.opened_at, q.id) > (-:weight::integer, :at, :id)" : "",
            CaseRows.TABLES);
  }

  /// The newest reports of each of these cases.
  List<Report> reports(List<Long> cases) {
    return jdbc.sql(
            """
            SELECT r.id, r.case_id, r.reporter_clerk_user_id, r.reason, r.details, r.created_at,
                   r.action_id IS NULL AS is_open
            FROM unnest(:cases::bigint[]) AS c (id)
            CROSS JOIN LATERAL (
              SELECT id FROM reports n WHERE n.case_id = c.id ORDER BY n.id DESC LIMIT :limit) n
            JOIN reports r ON r.id = n.id
            ORDER BY r.id DESC
            """)
        .param("cases", cases.toArray(Long[]::new))
        .param("limit", REPORTS)
        .query(CaseRows::report)
        .list();
  }
}
