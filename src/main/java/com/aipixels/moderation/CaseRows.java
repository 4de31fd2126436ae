package com.aipixels.moderation;

import com.aipixels.gallery.HoldCause;
import com.aipixels.gallery.Visibility;
import com.aipixels.identity.UserId;
import com.aipixels.look.Term;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The columns of a case `c` with what it is about, whoever may see that.
final class CaseRows {

  static final String CASE =
      """
      c.id, c.target_type, c.target_id, c.clerk_user_id, c.state, c.weight, c.opened_at,
      (SELECT count(*) FROM reports r WHERE r.case_id = c.id AND r.action_id IS NULL) AS open_reports,
      i.title,
      COALESCE(h.content, t.content, concat_ws(E'\\n', i.prompt, i.description)) AS text,
      COALESCE(t.image_id, i.id) AS image_id,
      COALESCE(g.visibility, i.visibility) AS visibility,
      COALESCE(g.causes, h.causes, '{}') AS causes,
      i.file_path
      """;

  static final String TABLES =
      """
      LEFT JOIN images i ON i.id = CASE WHEN c.target_type = 'image' THEN c.target_id::integer END
      LEFT JOIN image_holds g ON g.image_id = i.id
      LEFT JOIN comments t
        ON t.id = CASE WHEN c.target_type = 'comment' THEN c.target_id::integer END AND t.deleted_at IS NULL
      LEFT JOIN comment_holds h ON h.comment_id = t.id
      """;

  private CaseRows() {}

  static Case read(ResultSet row, int number) throws SQLException {
    return new Case(
        row.getLong("id"),
        Term.of(TargetType.class, row.getString("target_type")).orElseThrow(),
        row.getString("target_id"),
        new UserId(row.getString("clerk_user_id")),
        null,
        Term.of(CaseState.class, row.getString("state")).orElseThrow(),
        row.getInt("weight"),
        row.getInt("open_reports"),
        Objects.requireNonNull(ActRows.instant(row, "opened_at")),
        exhibit(row),
        List.of(),
        List.of());
  }

  static Report report(ResultSet row, int number) throws SQLException {
    return new Report(
        row.getLong("id"),
        row.getLong("case_id"),
        new UserId(row.getString("reporter_clerk_user_id")),
        null,
        Term.of(Reason.class, row.getString("reason")).orElseThrow(),
        row.getString("details"),
        row.getBoolean("is_open"),
        Objects.requireNonNull(ActRows.instant(row, "created_at")));
  }

  private static @Nullable Exhibit exhibit(ResultSet row) throws SQLException {
    Integer image = row.getObject("image_id", Integer.class);
    if (image == null) {
      return null;
    }
    String visibility = row.getString("visibility");
    return new Exhibit(
        row.getString("title"),
        row.getString("text"),
        image,
        visibility == null ? null : Term.of(Visibility.class, visibility).orElseThrow(),
        causes(row.getArray("causes")),
        row.getString("file_path") == null
            ? null
            : "/api/v1/moderation/reports/" + row.getLong("id") + "/file");
  }

  private static List<HoldCause> causes(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray())
        .map(cause -> Term.of(HoldCause.class, cause).orElseThrow())
        .toList();
  }
}
