package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AppealTable {

  private static final String OLDEST = "appeals";

  private final JdbcClient jdbc;

  AppealTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Open(long id, long action, boolean isAnswered) {}

  /// Empty where there is one against this decision.
  Optional<Appeals.Made> add(long action, UserId member, String content) {
    return jdbc.sql(
            """
            INSERT INTO appeals (action_id, clerk_user_id, content)
            VALUES (:action, :member, :content)
            ON CONFLICT DO NOTHING
            RETURNING id, created_at
            """)
        .param("action", action)
        .param("member", member.value())
        .param("content", content)
        .query((row, _) ->
            new Appeals.Made(
                row.getLong("id"),
                action,
                Objects.requireNonNull(ActRows.instant(row, "created_at"))))
        .optional();
  }

  /// The appeal, which nobody else answers until the transaction ends.
  Optional<Open> lock(long id) {
    return jdbc.sql(
            """
            SELECT id, action_id, outcome_id IS NOT NULL AS answered
            FROM appeals
            WHERE id = :id
            FOR UPDATE
            """)
        .param("id", id)
        .query((row, _) ->
            new Open(row.getLong("id"), row.getLong("action_id"), row.getBoolean("answered")))
        .optional();
  }

  void answer(long id, long outcome) {
    jdbc.sql("UPDATE appeals SET outcome_id = :outcome WHERE id = :id")
        .param("id", id)
        .param("outcome", outcome)
        .update();
  }

  /// Those that wait for an answer, oldest first.
  Slice<Appeal> open(PageRequest page) {
    long after = page.after(OLDEST).map(cursor -> cursor.key(0, Long::valueOf)).orElse(0L);
    List<Appeal> rows =
        jdbc.sql(
                """
                SELECT w.id AS appeal_id, w.clerk_user_id AS appellant, w.content, w.created_at AS appealed_at, %s
                FROM appeals w JOIN moderation_actions a ON a.id = w.action_id %s
                WHERE w.outcome_id IS NULL AND w.id > :after
                ORDER BY w.id
                LIMIT :limit
                """
                    .formatted(ActRows.ACT, ActRows.PEOPLE))
            .param("after", after)
            .param("limit", page.rowsToFetch())
            .query(AppealTable::appeal)
            .list();
    return Slice.of(rows, page, appeal -> Cursor.of(OLDEST, appeal.id()));
  }

  private static Appeal appeal(ResultSet row, int number) throws SQLException {
    return new Appeal(
        row.getLong("appeal_id"),
        new UserId(row.getString("appellant")),
        row.getString("content"),
        Objects.requireNonNull(ActRows.instant(row, "appealed_at")),
        ActRows.act(row, number));
  }
}
