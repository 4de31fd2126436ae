package com.aipixels.moderation;

import com.aipixels.look.Term;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The columns of a line of the audit trail `a`, and how a row of them is read.
final class ActRows {

  static final String ACT =
      """
      a.id, a.action, a.case_id, a.image_id, a.comment_id, a.about_action, a.reasons, a.note, a.ends_at, a.created_at,
      m.clerk_user_id AS moderator_id, p.clerk_user_id AS person_id
      """;

  static final String PEOPLE =
      """
      LEFT JOIN moderation_people m ON m.person = a.moderator
      LEFT JOIN moderation_people p ON p.person = a.person
      """;

  private ActRows() {}

  static Act act(ResultSet row, int number) throws SQLException {
    return new Act(
        row.getLong("id"),
        action(row.getString("action")),
        ActionTable.id(row.getString("moderator_id")),
        null,
        ActionTable.id(row.getString("person_id")),
        null,
        row.getObject("case_id", Long.class),
        row.getObject("image_id", Integer.class),
        row.getObject("comment_id", Integer.class),
        row.getObject("about_action", Long.class),
        reasons(row.getArray("reasons")),
        row.getString("note"),
        instant(row, "ends_at"),
        Objects.requireNonNull(instant(row, "created_at")));
  }

  static Action action(String value) {
    return Term.of(Action.class, value).orElseThrow();
  }

  static List<Reason> reasons(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray())
        .map(reason -> Term.of(Reason.class, reason).orElseThrow())
        .toList();
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
