import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// clerk-away <data folder>: how long the feed takes, and what names it shows, while Clerk answers,
/// refuses, is asked too much, or is slow. Writes a table in Markdown.
final class ClerkAway {

  private static final int STRANGERS = 300;
  private static final int AGAIN = 2_000;
  private static final int WARM_UP = 4_000;
  private static final long READER = 7;
  private static final String FEED = "/api/v1/images?sort=latest";
  private static final Pattern AUTHOR =
      Pattern.compile(
          "\"displayName\":\"([^\"]+)\",\"imageUrl\":(null|\"https://img.clerk.com/(\\w+)/)");
  private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

  /// Where a name on a page is from. The two kinds of picture addresses tell it.
  private enum Name {
    CLERKS,
    LAST_KNOWN,
    NEUTRAL
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.err.println("clerk-away <data folder>");
      System.exit(2);
    }
    Path data = Path.of(arguments[0]);
    StringBuilder table = new StringBuilder(Facts.machine());
    table.append(
        """

        The feed of scale %s, one client, pages of 20 cards, p50 / p99 in ms. Strangers are %d pages in a row whose
        authors nobody has asked for; the same page is asked for %d times.

        | Clerk | strangers | the longest | names: Clerk's, last known, neutral | the same page | signed in | asked | after its return |
        |---|---:|---:|---|---:|---:|---:|---:|
        """
            .formatted(Facts.of(data).scale(), STRANGERS, AGAIN));
    for (Clerk.State state : Clerk.State.values()) {
      try (Clerk clerk = new Clerk(Facts.of(data).seed())) {
        String row = new ClerkAway(data, clerk).row(state);
        System.err.print(row);
        table.append(row);
      }
    }
    try (Clerk clerk = new Clerk(Facts.of(data).seed())) {
      table.append(new ClerkAway(data, clerk).startedWhileAway());
    }
    Path file = Path.of(System.getProperty("bench.jar")).resolveSibling("bench/clerk-away.md");
    Files.writeString(file, table);
    System.out.println(table);
    System.err.println("Written to " + file);
  }

  private final Path data;
  private final Clerk clerk;

  private ClerkAway(Path data, Clerk clerk) {
    this.data = data;
    this.clerk = clerk;
  }

  /// The service is warm and has its keys, as a service has when Clerk goes.
  private String row(Clerk.State state) throws IOException, SQLException {
    try (Service service = Service.start(data, clerk.settings());
        Http http = new Http(service.port())) {
      forgetNames(service);
      String token = clerk.token(clerk.member(READER), service.origin());
      for (int i = 0; i < WARM_UP; i++) {
        http.get(FEED + "&category=fashion", i % 2 == 0 ? null : token);
      }
      clerk.timesAsked();
      clerk.become(state);
      Timings strangers = new Timings();
      Map<Name, Integer> names = new EnumMap<>(Name.class);
      String path = FEED;
      for (int i = 0; i < STRANGERS && path != null; i++) {
        time(http, path, null, strangers);
        names(http.body()).forEach((name, count) -> names.merge(name, count, Integer::sum));
        Matcher next = NEXT.matcher(http.body());
        path = next.find() ? FEED + "&cursor=" + next.group(1) : null;
      }
      Timings again = new Timings();
      for (int i = 0; i < AGAIN; i++) {
        time(http, FEED, null, again);
      }
      Timings member = new Timings();
      for (int i = 0; i < AGAIN; i++) {
        time(http, FEED, token, member);
      }
      int asked = clerk.timesAsked();
      clerk.become(Clerk.State.HERE);
      return "| %s | %s | %s | %d, %d, %d | %s | %s | %s | %s |%n"
          .formatted(
              state.text,
              strangers.text(),
              Timings.millis(strangers.percentile(1)),
              names.getOrDefault(Name.CLERKS, 0),
              names.getOrDefault(Name.LAST_KNOWN, 0),
              names.getOrDefault(Name.NEUTRAL, 0),
              again.text(),
              member.text(),
              state == Clerk.State.REFUSED ? "?" : asked,
              recovery(http));
    }
  }

  /// A process that never heard of Clerk since it began: it has no keys, so that it cannot tell who
  /// a member is.
  private String startedWhileAway() throws IOException, SQLException {
    clerk.become(Clerk.State.REFUSED);
    try (Service service = Service.start(data, clerk.settings());
        Http http = new Http(service.port())) {
      forgetNames(service);
      int guest = http.get(FEED, null);
      Map<Name, Integer> names = names(http.body());
      int member = http.get(FEED, clerk.token(clerk.member(READER), service.origin()));
      String retry =
          http.head()
              .lines()
              .filter(line -> line.startsWith("Retry-After"))
              .findFirst()
              .orElse("no Retry-After");
      clerk.become(Clerk.State.HERE);
      long start = System.nanoTime();
      while (http.get(FEED, clerk.token(clerk.member(READER), service.origin())) != 200
          && System.nanoTime() - start < 120_000_000_000L) {
        Service.pause(100);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      forgetNames(service);
      try (Connection database = service.database();
          Statement statement = database.createStatement()) {
        statement.execute("DROP TABLE people_as_filled");
      }
      return "%nStarted while Clerk refuses: a guest gets %d with names %s, a member %d (%s), and 200 %.1f s after Clerk's return.%n"
          .formatted(guest, names, member, retry, seconds);
    } finally {
      clerk.become(Clerk.State.HERE);
    }
  }

  /// How long it takes until the first page shows Clerk's names again.
  private static String recovery(Http http) throws IOException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < 120_000_000_000L) {
      http.get(FEED, null);
      if (names(http.body()).keySet().equals(Set.of(Name.CLERKS))) {
        return "%.1f s".formatted((System.nanoTime() - start) / 1e9);
      }
      Service.pause(100);
    }
    return "> 120 s";
  }

  private static void time(Http http, String path, String token, Timings timings)
      throws IOException {
    long start = System.nanoTime();
    int status = http.get(path, token);
    timings.add(System.nanoTime() - start);
    if (status != 200) {
      throw new IllegalStateException(path + " answers " + status + ": " + http.body());
    }
  }

  private static Map<Name, Integer> names(String body) {
    Map<Name, Integer> names = new EnumMap<>(Name.class);
    Matcher author = AUTHOR.matcher(body);
    while (author.find()) {
      Name name =
          author.group(3) == null
              ? Name.NEUTRAL
              : author.group(3).equals("now") ? Name.CLERKS : Name.LAST_KNOWN;
      names.merge(name, 1, Integer::sum);
    }
    return names;
  }

  /// Back to what the filled database knew of people: nine in ten, by pictures of before. The copy
  /// is dropped when all is measured.
  private static void forgetNames(Service service) throws SQLException {
    try (Connection database = service.database();
        Statement statement = database.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS people_as_filled AS TABLE people");
      statement.execute("TRUNCATE people");
      statement.execute("INSERT INTO people SELECT * FROM people_as_filled");
      statement.execute("ANALYZE people");
    }
  }
}
