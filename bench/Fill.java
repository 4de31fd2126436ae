import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// fill <data folder> [scale] [seed]: starts the service on a new folder, so that it makes its
/// database, and fills that with a community: at scale 1 a million pictures.
final class Fill {

  private static final Path SCRIPTS =
      Path.of(System.getProperty("bench.jar")).resolveSibling("../bench/sql").normalize();

  /// What is written in bulk, and thus without triggers and, until it stands, without indexes.
  private static final List<String> TABLES =
      List.of(
          "images",
          "likes",
          "comments",
          "comment_likes",
          "follows",
          "user_credits",
          "credit_entries",
          "people",
          "member_counts",
          "image_ranks",
          "image_tags",
          "tags",
          "image_search");

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.err.println("fill <data folder> [scale 0.01 to 1, default 1] [seed, default 1]");
      System.exit(2);
    }
    Path data = Path.of(arguments[0]);
    double scale = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    long start = System.nanoTime();
    try (Service service = Service.start(data, Map.of());
        Connection database = service.database()) {
      new Fill(database, laws(scale, seed)).fill();
      awaitSearch(database);
      say(start, "ready");
    }
    Files.writeString(
        data.resolve("bench.properties"), "scale=%s%nseed=%d%n".formatted(scale, seed));
    say(start, "stopped; %s is filled".formatted(data));
  }

  private final Connection database;
  private final Map<String, String> laws;

  private Fill(Connection database, Map<String, String> laws) {
    this.database = database;
    this.laws = laws;
  }

  private static Map<String, String> laws(double scale, long seed) {
    if (scale < 0.01 || scale > 1 || seed < 0 || seed > 1_000_000) {
      throw new IllegalArgumentException(
          "The scale is from 0.01 to 1, the seed from 0 to 1000000.");
    }
    Map<String, String> laws = new LinkedHashMap<>();
    laws.put("seed", String.valueOf(seed));
    laws.put("pictures", String.valueOf(Math.round(1_000_000 * scale)));
    laws.put("members", String.valueOf(Math.round(200_000 * scale)));
    laws.put("likes", String.valueOf(Math.round(5_000_000 * scale)));
    laws.put("comments", String.valueOf(Math.round(1_000_000 * scale)));
    laws.put("follows", String.valueOf(Math.round(2_000_000 * scale)));
    return laws;
  }

  private void fill() throws SQLException, IOException {
    if (number("SELECT count(*) FROM (SELECT FROM images LIMIT 1) i") > 0) {
      throw new IllegalStateException("This database has pictures already: take a new folder.");
    }
    for (String setting :
        List.of(
            "synchronous_commit = off",
            "jit = off",
            "timezone = 'UTC'",
            "work_mem = '512MB'",
            "maintenance_work_mem = '1GB'",
            "max_parallel_maintenance_workers = 2")) {
      execute("SET " + setting);
    }
    List<String> tables = TABLES.stream().filter(this::exists).toList();
    for (String table : tables) {
      execute("ALTER TABLE %s DISABLE TRIGGER USER".formatted(table));
    }
    List<String> keys = dropForeignKeys(tables);
    List<String> indexes = dropIndexes(tables);
    run("tools.sql");
    run("pictures.sql");
    run("members.sql");
    execute("ANALYZE images, likes, comments, follows");
    for (String table : TABLES) {
      Path script = SCRIPTS.resolve("derived").resolve(table + ".sql");
      if (tables.contains(table) && Files.exists(script)) {
        run("derived/" + table + ".sql");
      }
    }
    execute("DROP SCHEMA bench CASCADE");
    for (String index : indexes) {
      step(index.replaceAll("^CREATE (UNIQUE )?INDEX (\\S+).*", "index $2"), index);
    }
    for (String key : keys) {
      step(key.replaceAll("^ALTER TABLE (\\S+) ADD CONSTRAINT (\\S+).*", "foreign key $2"), key);
    }
    for (String table : tables) {
      execute("ALTER TABLE %s ENABLE TRIGGER USER".formatted(table));
      advanceSequence(table);
    }
    step("vacuum", "VACUUM (ANALYZE)");
    check(tables);
  }

  /// As the statements that make them again.
  private List<String> dropForeignKeys(List<String> tables) throws SQLException {
    List<String> made = new ArrayList<>();
    List<String> drops = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT conrelid::regclass::text AS tab, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
                FROM pg_constraint
                WHERE contype = 'f' AND conrelid::regclass::text = ANY ('{%s}')
                ORDER BY conrelid::regclass::text, conname
                """
                    .formatted(String.join(",", tables)))) {
      while (rows.next()) {
        String change = "ALTER TABLE " + rows.getString("tab");
        drops.add(change + " DROP CONSTRAINT " + rows.getString("name"));
        made.add(
            change
                + " ADD CONSTRAINT "
                + rows.getString("name")
                + " "
                + rows.getString("definition"));
      }
    }
    for (String drop : drops) {
      execute(drop);
    }
    return made;
  }

  /// Indexes that hold up no constraint, as the statements that make them again.
  private List<String> dropIndexes(List<String> tables) throws SQLException {
    List<String> made = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
                FROM pg_index x
                WHERE indrelid::regclass::text = ANY ('{%s}')
                  AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = x.indexrelid)
                ORDER BY pg_get_indexdef(indexrelid)
                """
                    .formatted(String.join(",", tables)))) {
      while (rows.next()) {
        names.add(rows.getString("name"));
        made.add(rows.getString("definition"));
      }
    }
    execute("DROP INDEX " + String.join(", ", names));
    return made;
  }

  private void run(String script) throws IOException, SQLException {
    String text = Files.readString(SCRIPTS.resolve(script));
    for (Map.Entry<String, String> law : laws.entrySet()) {
      text = text.replace("${" + law.getKey() + "}", law.getValue());
    }
    int number = 0;
    for (String statement : text.split(";\\s*(\\n|$)")) {
      if (script.equals("tools.sql")) {
        execute(statement);
      } else {
        step(script + " " + ++number, statement);
      }
    }
  }

  private void advanceSequence(String table) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet columns =
            statement.executeQuery(
                """
                SELECT attname, pg_get_serial_sequence('%1$s', attname)
                FROM pg_attribute WHERE attrelid = '%1$s'::regclass AND attnum > 0 AND NOT attisdropped
                  AND pg_get_serial_sequence('%1$s', attname) IS NOT NULL
                """
                    .formatted(table))) {
      while (columns.next()) {
        number(
            "SELECT setval('%s', (SELECT COALESCE(max(%s), 1) FROM %s))"
                .formatted(columns.getString(2), columns.getString(1), table));
      }
    }
  }

  /// What stands, and whether the counters are what they count.
  private void check(List<String> tables) throws SQLException {
    for (String table : tables) {
      System.out.printf(Locale.ROOT, "%,14d  %s%n", number("SELECT count(*) FROM " + table), table);
    }
    long wrong =
        number(
                """
                SELECT count(*) FROM images i
                LEFT JOIN (SELECT image_id, count(*) AS n FROM likes GROUP BY 1) l ON l.image_id = i.id
                LEFT JOIN (SELECT image_id, count(*) AS n FROM comments GROUP BY 1) c ON c.image_id = i.id
                WHERE (i.like_count, i.comment_count) <> (COALESCE(l.n, 0), COALESCE(c.n, 0))
                """)
            + number(
                """
                SELECT count(*) FROM comments c
                LEFT JOIN (SELECT comment_id, count(*) AS n FROM comment_likes GROUP BY 1) l ON l.comment_id = c.id
                WHERE c.like_count <> COALESCE(l.n, 0)
                """)
            + number(
                """
                SELECT count(*) FROM comments r JOIN comments p ON p.id = r.parent_comment_id
                WHERE p.image_id <> r.image_id OR p.parent_comment_id IS NOT NULL
                """);
    if (wrong > 0) {
      throw new IllegalStateException(wrong + " rows contradict each other");
    }
    System.out.printf(
        Locale.ROOT,
        "%14s  the database%n",
        text("SELECT pg_size_pretty(pg_database_size(current_database()))"));
  }

  /// The service analyses what pictures are found by; that takes the longest.
  private static void awaitSearch(Connection database) throws SQLException {
    Fill search = new Fill(database, Map.of());
    if (!search.exists("image_search")) {
      return;
    }
    long start = System.nanoTime();
    while (search.number(
            "SELECT count(*) FROM (SELECT FROM image_search WHERE document IS NULL LIMIT 1) s")
        > 0) {
      Service.pause(1_000);
    }
    search.step("vacuum after the search", "VACUUM (ANALYZE) image_search");
    say(start, "words of all pictures analysed");
  }

  private boolean exists(String table) {
    try {
      return number("SELECT count(to_regclass('%s'))".formatted(table)) == 1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void step(String name, String sql) throws SQLException {
    long start = System.nanoTime();
    execute(sql);
    say(start, name);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void say(long start, String what) {
    System.out.printf(Locale.ROOT, "%8.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
  }
}
