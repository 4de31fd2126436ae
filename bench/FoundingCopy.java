import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The filled tables once more as the first version of AIPixels had them, in a schema of their own:
/// its columns, its indexes, no triggers. And, for pgbench, a range of numbers that are all public.
final class FoundingCopy {

  private static final Path SCHEMA =
      Path.of(System.getProperty("bench.jar"))
          .resolveSibling("../src/main/resources/db/migration/V1__founding_schema.sql")
          .normalize();
  private static final List<String> TABLES = List.of("images", "likes", "user_credits");

  private FoundingCopy() {}

  static void make(Connection database) throws IOException, SQLException {
    if (isThere(database)) {
      return;
    }
    System.err.println("Copying the tables to the founding schema");
    try (Statement statement = database.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS founding CASCADE");
      statement.execute("CREATE SCHEMA founding");
      statement.execute("SET search_path = founding");
      statement.execute("SET client_min_messages = warning");
      statement.execute("SET synchronous_commit = off");
      statement.execute(Files.readString(SCHEMA));
      for (String table : TABLES) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (ResultSet rows =
            database
                .createStatement()
                .executeQuery(
                    """
                    SELECT column_name, data_type, udt_name FROM information_schema.columns
                    WHERE table_schema = 'founding' AND table_name = '%s' ORDER BY ordinal_position
                    """
                        .formatted(table))) {
          while (rows.next()) {
            String column = rows.getString("column_name");
            columns.add(column);
            values.add(
                rows.getString("data_type").equals("USER-DEFINED")
                    ? "%s::text::founding.%s".formatted(column, rows.getString("udt_name"))
                    : column);
          }
        }
        statement.execute(
            "INSERT INTO founding.%1$s (%2$s) SELECT %3$s FROM public.%1$s ORDER BY id"
                .formatted(table, String.join(", ", columns), String.join(", ", values)));
        statement.execute(
            "SELECT setval(pg_get_serial_sequence('founding.%1$s', 'id'), max(id)) FROM founding.%1$s"
                .formatted(table));
        statement.execute("VACUUM (ANALYZE) founding." + table);
      }
      statement.execute("COMMENT ON SCHEMA founding IS 'whole'");
      statement.execute("RESET ALL");
    }
  }

  /// Publishes what is private among these, at the time at which it was made.
  static void publish(Connection database, long first, long last) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String schema : List.of("public", "founding")) {
        int published =
            statement.executeUpdate(
                """
                UPDATE %s.images SET visibility = 'public'%s
                WHERE visibility = 'private' AND id BETWEEN %d AND %d
                """
                    .formatted(
                        schema,
                        schema.equals("public") ? ", published_at = created_at" : "",
                        first,
                        last));
        if (published > 0) {
          System.err.printf("Published %,d pictures of %s%n", published, schema);
          statement.execute("VACUUM (ANALYZE) %s.images".formatted(schema));
        }
      }
    }
  }

  private static boolean isThere(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COALESCE(obj_description(to_regnamespace('founding')), '') = 'whole'")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
