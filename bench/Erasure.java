import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// erasure <data folder> [kill]: a member with 10,000 pictures, 100,000 likes and 50,000 comments
/// leaves while others read and like; then looks for what is left of them in every row and file.
/// Writes a report in Markdown.
final class Erasure {

  private static final String TRACE = "지울흔적이다";
  private static final String FILE = "e0ace0ace0ace0ace0ace0ace0ace0ac";
  private static final int BEFORE_SECONDS = 60;
  private static final int AFTER_SECONDS = 30;
  private static final int READERS = 5;
  private static final int READS_PER_SECOND_EACH = 10;
  private static final int LIKERS = 2;
  private static final int LIKES_PER_SECOND_EACH = 10;
  private static final long GIVEN_UP_NANOS = 1_800_000_000_000L;

  /// A stretch of time in which others are watched.
  private static final class Phase {
    final String name;
    final Timings reads = new Timings();
    final Timings likes = new Timings();
    final Map<String, Integer> answers = new ConcurrentHashMap<>();

    Phase(String name) {
      this.name = name;
    }

    String row() {
      return "| %s | %d | %s | %s | %d | %s | %s | %s |%n"
          .formatted(
              name,
              reads.count(),
              reads.text(),
              Timings.millis(reads.percentile(1)),
              likes.count(),
              likes.text(),
              Timings.millis(likes.percentile(1)),
              new TreeMap<>(answers));
    }
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.err.println("erasure <data folder> [kill]");
      System.exit(2);
    }
    Path data = Path.of(arguments[0]);
    boolean kill = arguments.length > 1 && arguments[1].equals("kill");
    try (Clerk clerk = new Clerk(Facts.of(data).seed())) {
      Erasure erasure = new Erasure(data, clerk);
      String report = Facts.machine() + erasure.run(kill);
      Path file =
          Path.of(System.getProperty("bench.jar"))
              .resolveSibling(kill ? "bench/erasure-kill.md" : "bench/erasure.md");
      Files.writeString(file, report);
      System.out.println(report);
      System.err.println("Written to " + file);
      System.exit(0);
    }
  }

  private final Path data;
  private final Clerk clerk;
  private final String leaver;
  private final List<Integer> pictures = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private volatile Service service;
  private volatile Phase phase = new Phase("warm-up");
  private volatile boolean over;

  private Erasure(Path data, Clerk clerk) {
    this.data = data;
    this.clerk = clerk;
    this.leaver = clerk.member(0);
  }

  private String run(boolean kill) throws IOException, SQLException, InterruptedException {
    service = Service.start(data, clerk.settings());
    StringBuilder report = new StringBuilder("\n");
    try (Connection database = service.database()) {
      prepare(database);
      report.append("Leaving: %s%n%n".formatted(holdings(database)));
      sample(database);
    }
    List<Thread> others = others();
    Phase before = watch("before", BEFORE_SECONDS);
    Phase during = new Phase("during");
    phase = during;
    long start = System.nanoTime();
    int status;
    try (Http http = new Http(service.port())) {
      status = http.send("DELETE", "/api/v1/me?now=true", clerk.token(leaver, service.origin()), null);
    }
    report.append(
        "`DELETE /api/v1/me?now=true` answers %d after %s ms. "
            .formatted(status, Timings.millis((System.nanoTime() - start) / 1e6)));
    if (status / 100 != 2) {
      over = true;
      service.close();
      return report + "Nothing was erased.\n";
    }
    report.append(awaitErasure(start, kill));
    Phase after = watch("after", AFTER_SECONDS);
    over = true;
    for (Thread other : others) {
      other.join();
    }
    report.append(
        """


        | others | reads | p50 / p99 ms | longest | likes | p50 / p99 ms | longest | answers |
        |---|---:|---:|---:|---:|---:|---:|---|
        """);
    report.append(before.row()).append(during.row()).append(after.row());
    Service.pause(10_000);
    try (Connection database = service.database()) {
      report.append(residue(database)).append(counters(database));
    }
    service.close();
    return report.toString();
  }

  /// Ended when no row names the member, not even that of the erasure itself.
  private String awaitErasure(long start, boolean kill) throws SQLException {
    boolean killed = !kill;
    String story = "";
    double picturesGone = 0;
    double everythingGone = 0;
    Connection database = service.database();
    long all =
        number(
            database, "SELECT count(*) FROM images WHERE clerk_user_id = '%s'".formatted(leaver));
    while (System.nanoTime() - start < GIVEN_UP_NANOS) {
      long left =
          number(
              database, "SELECT count(*) FROM images WHERE clerk_user_id = '%s'".formatted(leaver));
      if (!killed && left < all / 2) {
        killed = true;
        long at = System.nanoTime();
        service.kill();
        int port = service.port();
        service = Service.start(data, port, clerk.settings());
        database.close();
        database = service.database();
        story +=
            "Killed with %d pictures left, ready again after %.1f s. "
                .formatted(left, (System.nanoTime() - at) / 1e9);
      }
      if (left == 0 && picturesGone == 0) {
        picturesGone = (System.nanoTime() - start) / 1e9;
      }
      if (left == 0 && everythingGone == 0 && count(database) == 0) {
        everythingGone = (System.nanoTime() - start) / 1e9;
      }
      if (everythingGone > 0 && open(database) == 0) {
        database.close();
        return story
            + "Pictures gone after %.1f s, likes and comments too after %.1f s, the erasure ended after %.1f s."
                .formatted(picturesGone, everythingGone, (System.nanoTime() - start) / 1e9);
      }
      Service.pause(200);
    }
    database.close();
    return story + "**Not ended after half an hour.**";
  }

  private long count(Connection database) throws SQLException {
    return number(
        database,
        """
        SELECT (SELECT count(*) FROM likes WHERE clerk_user_id = '%1$s')
             + (SELECT count(*) FROM comments WHERE clerk_user_id = '%1$s')
             + (SELECT count(*) FROM follows WHERE follower_clerk_user_id = '%1$s' OR following_clerk_user_id = '%1$s')
        """
            .formatted(leaver));
  }

  private long open(Connection database) throws SQLException {
    return number(database, "SELECT count(to_regclass('erasures'))") == 0
        ? 0
        : number(
            database, "SELECT count(*) FROM erasures WHERE clerk_user_id = '%s'".formatted(leaver));
  }

  private void prepare(Connection database) throws IOException, SQLException {
    if (number(database, "SELECT count(*) FROM images WHERE clerk_user_id = '%s'".formatted(leaver))
        > 0) {
      return;
    }
    String script =
        Files.readString(
            Path.of(System.getProperty("bench.jar")).resolveSibling("../bench/sql/leaver.sql"));
    script =
        script.replace("${leaver}", leaver).replace("${trace}", TRACE).replace("${file}", FILE);
    for (String statement : script.split(";\\s*(\\n|$)")) {
      long start = System.nanoTime();
      try (Statement step = database.createStatement()) {
        step.execute(statement);
      }
      System.err.printf(
          "%8.1f s  %s%n",
          (System.nanoTime() - start) / 1e9,
          statement.strip().lines().filter(line -> !line.startsWith("--")).findFirst().orElse(""));
    }
    Path folder = Files.createDirectories(data.resolve("files").resolve(FILE.substring(0, 2)));
    byte[] picture = picture();
    for (int n = 1; n <= 10_000; n++) {
      String stem = FILE + HexFormat.of().toHexDigits(n);
      for (String end : List.of(".png", ".320.webp", ".640.webp")) {
        Files.write(folder.resolve(stem + end), picture);
      }
    }
  }

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    Random colours = new Random(1);
    for (int i = 0; i < 64 * 64; i++) {
      image.setRGB(i % 64, i / 64, colours.nextInt());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private String holdings(Connection database) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (String table : List.of("images", "likes", "comments", "comment_likes", "generations")) {
      text.append(
          "%,d %s, "
              .formatted(
                  number(
                      database,
                      "SELECT count(*) FROM %s WHERE clerk_user_id = '%s'"
                          .formatted(table, leaver)),
                  table));
    }
    return text + "30,000 files";
  }

  /// Pictures to look at and to like: some of them the leaver's, most of them liked by the leaver.
  private void sample(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                (SELECT id FROM images WHERE visibility = 'public' AND clerk_user_id <> '%1$s' ORDER BY like_count DESC LIMIT 200)
                UNION ALL
                (SELECT id FROM images WHERE visibility = 'public' AND clerk_user_id = '%1$s' ORDER BY id LIMIT 20)
                """
                    .formatted(leaver))) {
      while (rows.next()) {
        pictures.add(rows.getInt(1));
      }
    }
    for (int i = 0; i < 100; i++) {
      tokens.add(clerk.token(clerk.member(1000 + i), service.origin()));
    }
  }

  private List<Thread> others() {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      int nr = i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> keepAsking(nr, 1_000_000_000L / READS_PER_SECOND_EACH, false)));
    }
    for (int i = 0; i < LIKERS; i++) {
      int nr = READERS + i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> keepAsking(nr, 1_000_000_000L / LIKES_PER_SECOND_EACH, true)));
    }
    Service.pause(15_000);
    return threads;
  }

  private Phase watch(String name, int seconds) {
    Phase watched = new Phase(name);
    phase = watched;
    Service.pause(seconds * 1000L);
    return watched;
  }

  /// Asks on a fixed timetable; what was late is late by all of it.
  private void keepAsking(int nr, long every, boolean likes) {
    Random random = new Random(nr);
    try (Http http = new Http(service.port())) {
      long due = System.nanoTime() + random.nextLong(every);
      while (!over) {
        long wait = due - System.nanoTime();
        if (wait > 0) {
          Service.pause(wait / 1_000_000);
        }
        Phase now = phase;
        try {
          int status = likes ? like(http, random) : read(http, random);
          (likes ? now.likes : now.reads).add(System.nanoTime() - due);
          now.answers.merge(String.valueOf(status), 1, Integer::sum);
          due += every;
        } catch (IOException e) {
          now.answers.merge("none", 1, Integer::sum);
          http.close();
          Service.pause(100);
          // Without a service there is no time to take: each try is counted, and the timetable
          // begins anew.
          due = System.nanoTime();
        }
      }
    }
  }

  private int read(Http http, Random random) throws IOException {
    return switch (random.nextInt(5)) {
      case 0 -> http.get("/api/v1/images?sort=latest", null);
      case 1 ->
          http.get(
              "/api/v1/images?sort=latest&category=animal",
              tokens.get(random.nextInt(tokens.size())));
      case 2 -> http.get("/api/v1/me/images", tokens.get(random.nextInt(tokens.size())));
      default -> http.get("/api/v1/images/" + pictures.get(random.nextInt(pictures.size())), null);
    };
  }

  private int like(Http http, Random random) throws IOException {
    String path = "/api/v1/images/%d/like".formatted(pictures.get(random.nextInt(pictures.size())));
    return http.send(
        random.nextBoolean() ? "PUT" : "DELETE",
        path,
        tokens.get(random.nextInt(tokens.size())),
        null);
  }

  /// Every column of every row of every table as text, every name and every byte below `files`.
  private String residue(Connection database) throws SQLException, IOException {
    StringBuilder text = new StringBuilder("\nLeft in the database: ");
    List<String> tables = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                  AND c.relpersistence <> 't'
                ORDER BY 1
                """)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    long sum = 0;
    for (String table : tables) {
      long left =
          number(
              database,
              "SELECT count(*) FROM %s x WHERE x::text LIKE '%%%s%%' OR x::text LIKE '%%%s%%' OR x::text LIKE '%%%s%%'"
                  .formatted(table, leaver, TRACE, FILE));
      sum += left;
      if (left > 0) {
        text.append("**%d in %s**, ".formatted(left, table));
      }
    }
    text.append("%d rows of %d tables. ".formatted(sum, tables.size()));
    long[] files = {0, 0};
    byte[][] traces = {
      leaver.getBytes(StandardCharsets.UTF_8), TRACE.getBytes(StandardCharsets.UTF_8)
    };
    try (Stream<Path> all = Files.walk(data.resolve("files"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files[0]++;
        byte[] content = Files.readAllBytes(file);
        if (file.getFileName().toString().startsWith(FILE)
            || Arrays.stream(traces).anyMatch(trace -> contains(content, trace))) {
          files[1]++;
        }
      }
    }
    return text.append("Left in files: %d of %d.%n".formatted(files[1], files[0])).toString();
  }

  private static boolean contains(byte[] content, byte[] trace) {
    return new String(content, StandardCharsets.ISO_8859_1)
        .contains(new String(trace, StandardCharsets.ISO_8859_1));
  }

  private static String counters(Connection database) throws SQLException {
    long wrong =
        number(
            database,
            """
            SELECT count(*) FROM images i
            LEFT JOIN (SELECT image_id, count(*) AS n FROM likes GROUP BY 1) l ON l.image_id = i.id
            LEFT JOIN (SELECT image_id, count(*) AS n FROM comments GROUP BY 1) c ON c.image_id = i.id
            WHERE (i.like_count, i.comment_count) <> (COALESCE(l.n, 0), COALESCE(c.n, 0))
            """);
    wrong +=
        number(
            database,
            """
            SELECT count(*) FROM comments c
            LEFT JOIN (SELECT comment_id, count(*) AS n FROM comment_likes GROUP BY 1) l ON l.comment_id = c.id
            WHERE c.like_count <> COALESCE(l.n, 0)
            """);
    return "Counters that are not what they count: %d.%n".formatted(wrong);
  }

  private static long number(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
