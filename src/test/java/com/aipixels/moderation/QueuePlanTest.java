package com.aipixels.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import com.aipixels.paging.PageRequest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The queue is read by walking its index, from its beginning and from any place in it.
class QueuePlanTest {

  private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.freshlyMigrated());

  @BeforeAll
  static void fill() {
    for (var sql :
        List.of(
            """
            INSERT INTO report_cases (target_type, target_id, clerk_user_id, weight, state, opened_at)
            SELECT 'image', n::text, 'user_' || n % 50, n % 97, CASE WHEN n % 10 = 0 THEN 'open' ELSE 'closed' END,
                   timestamptz '2026-01-01' + n % 31 * interval '1 minute'
            FROM generate_series(1, 20000) n
            """,
            "ANALYZE report_cases")) {
      DATABASE.sql(sql).update();
    }
  }

  @Test
  void noPageSortsOrReadsTheWholeQueue() {
    assertThat(plan(false)).contains("Index Scan using report_cases_queue_idx");
    assertThat(plan(true))
        .contains("Index Scan using report_cases_queue_idx")
        .contains("Index Cond: (ROW((- weight), opened_at, id) > ROW(");
  }

  @Test
  void everyCaseIsOnOnePageInTheOrderOfTheQueue() {
    var queries = new CaseQueries(DATABASE);
    List<Case> read = new ArrayList<>();
    String cursor = null;
    do {
      var page = queries.open(new PageRequest(100, cursor));
      read.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(read).hasSize(2000).doesNotHaveDuplicates();
    assertThat(read)
        .isSortedAccordingTo(
            Comparator.comparingInt((Case one) -> -one.weight())
                .thenComparing(Case::openedAt)
                .thenComparingLong(Case::id));
  }

  private static String plan(boolean goesOn) {
    var statement = DATABASE.sql("EXPLAIN " + CaseQueries.queue(goesOn)).param("limit", 21);
    if (goesOn) {
      statement
          .param("weight", 40)
          .param("at", OffsetDateTime.parse("2026-01-01T00:10:00Z"))
          .param("id", 4000L);
    }
    return String.join("\n", statement.query(String.class).list());
  }
}
