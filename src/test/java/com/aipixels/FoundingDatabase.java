package com.aipixels;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/// A database as the first version of AIPixels left it: the SQL that Drizzle generated from
/// `founding/schema.ts`, and some hundred rows.
record FoundingDatabase(DataSource dataSource) {

  static final List<String> TABLES =
      List.of("user_credits", "images", "likes", "comments", "comment_likes", "follows");

  /// As in COPY.
  private static final String NULL = "\\N";

  static FoundingDatabase asItWasLeft() throws SQLException {
    var database = new FoundingDatabase(TestDatabase.empty());
    try (var connection = database.dataSource.getConnection()) {
      run(connection, "founding/schema.sql");
      run(connection, "founding/rows.sql");
    }
    return database;
  }

  /// With the counters that its rows ask for, and threads of one level.
  static FoundingDatabase asItShouldHaveBeen() throws SQLException {
    var database = asItWasLeft();
    try (var connection = database.dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          UPDATE images SET
            like_count = (SELECT count(*) FROM likes WHERE image_id = images.id),
            comment_count = (SELECT count(*) FROM comments WHERE image_id = images.id)
          """);
      statement.execute(
          """
          UPDATE comments SET
            like_count = (SELECT count(*) FROM comment_likes WHERE comment_id = comments.id)
          """);
      statement.execute(
          """
          WITH RECURSIVE line AS (
            SELECT id, id AS root FROM comments WHERE parent_comment_id IS NULL
            UNION ALL
            SELECT c.id, line.root FROM line JOIN comments c ON c.parent_comment_id = line.id)
          UPDATE comments SET parent_comment_id = line.root
          FROM line WHERE line.id = comments.id AND line.root <> comments.id
          """);
    }
    return database;
  }

  FoundingDatabase takenOver() {
    TestDatabase.migrate(dataSource);
    return this;
  }

  /// All rows of a table in its founding columns, as text.
  List<List<String>> rows(String table) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var columns =
            statement.executeQuery(
                """
                SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position)
                FROM information_schema.columns
                WHERE table_name = '%s' AND column_name NOT IN
                  ('published_at', 'generation_id', 'engine', 'seed', 'source_image_id', 'deleted_at',
                   'model', 'aspect_ratio', 'reproducible', 'thumb_hash')
                """
                    .formatted(table))) {
      columns.next();
      return rows(connection, "SELECT " + columns.getString(1) + " FROM " + table + " ORDER BY id");
    }
  }

  /// The answer to one of the six founding queries, as in `EXECUTE gallery('user_1')`.
  List<List<String>> ask(String execute) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("DEALLOCATE ALL");
      run(connection, "founding/six-queries.sql");
      return rows(connection, execute);
    }
  }

  private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<List<String>>();
      while (result.next()) {
        rows.add(row(result));
      }
      return rows;
    }
  }

  private static List<String> row(ResultSet result) throws SQLException {
    var row = new ArrayList<String>();
    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
      row.add(Objects.requireNonNullElse(result.getString(column), NULL));
    }
    return row;
  }

  private static void run(Connection connection, String script) {
    ScriptUtils.executeSqlScript(connection, new ClassPathResource(script));
  }
}
