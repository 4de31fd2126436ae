package com.aipixels.gallery;

import com.aipixels.look.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// How rows of trees are read: a card, and what `descent_of` says of it.
final class VersionRows {

  private VersionRows() {}

  static Version version(ResultSet row, int number) throws SQLException {
    return new Version(
        ImageRows.card(row, number),
        row.getObject("parent_id", Integer.class),
        descent(row),
        row.getBoolean("gap"));
  }

  static Image.Kinship kinship(ResultSet row, int number) throws SQLException {
    return new Image.Kinship(
        row.getInt("root_id"),
        row.getObject("parent_id", Integer.class),
        row.getInt("child_count"),
        descent(row),
        row.getBoolean("gap"));
  }

  private static @Nullable Descent descent(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return kind == null ? null : Term.of(Descent.class, kind).orElseThrow();
  }
}
