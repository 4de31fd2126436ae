package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Decisions about one member, as they are told of them.
@Component
class RulingQueries {

  private static final String NEWEST = "rulings";

  private final JdbcClient jdbc;

  RulingQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Newest first; answers to appeals stand with what they answer.
  Slice<Ruling> of(UserId member, PageRequest page) {
    long before =
        page.after(NEWEST).map(cursor -> cursor.key(0, Long::valueOf)).orElse(Long.MAX_VALUE);
    List<Ruling> rows =
        jdbc.sql(
                """
                SELECT a.id, a.action, a.image_id, a.comment_id, a.reasons, a.note, a.ends_at, a.created_at,
                       COALESCE(a.ends_at <= clock_timestamp(), false)
                         OR EXISTS (SELECT FROM rights_blocks b WHERE b.action_id = a.id AND b.ended_at IS NOT NULL)
                         OR COALESCE(o.action = 'reverse', false) AS ended,
                       p.content AS appeal, p.created_at AS appealed_at,
                       o.action AS outcome, o.note AS answer, o.created_at AS answered_at
                FROM moderation_actions a
                LEFT JOIN appeals p ON p.action_id = a.id
                LEFT JOIN moderation_actions o ON o.id = p.outcome_id
                WHERE a.person = hash_of(:member) AND a.about_action IS NULL AND a.id < :before
                ORDER BY a.id DESC
                LIMIT :limit
                """)
            .param("member", member.value())
            .param("before", before)
            .param("limit", page.rowsToFetch())
            .query(RulingQueries::ruling)
            .list();
    return Slice.of(rows, page, ruling -> Cursor.of(NEWEST, ruling.id()));
  }

  private static Ruling ruling(ResultSet row, int number) throws SQLException {
    Ruling.Objection appeal = appeal(row);
    Action action = ActRows.action(row.getString("action"));
    return new Ruling(
        row.getLong("id"),
        action,
        row.getObject("image_id", Integer.class),
        row.getObject("comment_id", Integer.class),
        ActRows.reasons(row.getArray("reasons")),
        row.getString("note"),
        ActRows.instant(row, "ends_at"),
        row.getBoolean("ended"),
        Objects.requireNonNull(ActRows.instant(row, "created_at")),
        appeal == null && action.isAppealable(),
        appeal);
  }

  private static Ruling.@Nullable Objection appeal(ResultSet row) throws SQLException {
    String text = row.getString("appeal");
    if (text == null) {
      return null;
    }
    String outcome = row.getString("outcome");
    return new Ruling.Objection(
        text,
        Objects.requireNonNull(ActRows.instant(row, "appealed_at")),
        outcome == null ? null : ActRows.action(outcome),
        row.getString("answer"),
        ActRows.instant(row, "answered_at"));
  }
}
