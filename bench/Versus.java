import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// versus <data folder> [part…]: the service against pgbench that says the service's own SQL, against
/// the founders' stack, and against nginx for pictures; and how it starts. Each lane keeps what it
/// has measured in a file of its own; called again, it goes on. Parts: the lanes' names, `pictures`,
/// `start`; all of them without any.
///
/// -Dbench.pairs=12 -Dbench.seconds=10 -Dbench.warmup=60   how long
/// -Dbench.foreign=0.05 -Dbench.steal=0.02                 what a block may lose before it is void
/// -Dbench.connections=16 -Dbench.driver=native            clients through HTTP; the rival's driver
final class Versus {

  /// The service's connections for requests that look, and as many for those that write.
  private static final int POOL = 8;

  private static final int[] CLIENTS = {2, 4, 8, 16, 32};
  private static final Pattern ITEM = Pattern.compile("\"id\":(\\d+),\"(?:title|clerkUserId)\"");
  private static final Pattern MAIN = Pattern.compile("(?:FROM|JOIN) (?:images i|user_credits)\\b");
  private static final Pattern BALANCE = Pattern.compile("\"credits\":(\\d+)");
  private static final Pattern LIKED = Pattern.compile("\"likeCount\":(\\d+)");

  private final Arena arena;
  private final Path folder;
  private boolean fresh = true;

  private Versus(Arena arena, Path folder) {
    this.arena = arena;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.err.println("versus <data folder> [part…]");
      System.exit(2);
    }
    Path data = Path.of(arguments[0]).toAbsolutePath();
    Set<String> parts = new HashSet<>(Arrays.asList(arguments).subList(1, arguments.length));
    Facts facts = Facts.of(data);
    Path folder = folder(facts);
    Files.createDirectories(folder);
    List<String> trouble = new ArrayList<>();
    if (parts.isEmpty() || parts.stream().anyMatch(part -> !Set.of("pictures", "start", "table").contains(part))) {
      try (Arena arena = new Arena(data, true)) {
        Versus versus = new Versus(arena, folder);
        for (Lane lane : Lane.all(facts, arena.clerk, arena.firstPublic(), arena.lastPublic())) {
          if (parts.isEmpty() || parts.contains(lane.key())) {
            try {
              versus.measure(lane);
            } catch (IOException | SQLException e) {
              trouble.add("%s was not measured to its end: %s".formatted(lane.title(), e.getMessage()));
              System.err.println(trouble.getLast());
            }
          }
        }
      }
    }
    if (parts.isEmpty() || parts.contains("pictures")) {
      Pictures.measure(data, folder);
    }
    if (parts.isEmpty() || parts.contains("start")) {
      Starts.measure(data, folder);
    }
    System.out.println(VersusTable.write(facts, folder));
    if (!trouble.isEmpty()) {
      System.err.println(String.join("\n", trouble));
      System.exit(1);
    }
  }

  static Path folder(Facts facts) {
    return Path.of(System.getProperty("bench.jar")).resolveSibling("bench/versus-" + facts.scale());
  }

  /// What must be the same for a lane to be gone on with.
  static Map<String, String> conditions() {
    return Map.of(
        "machine", Facts.machine().strip().replaceFirst("^[^,]*, ", ""),
        "seconds", String.valueOf(Duel.SECONDS),
        "connections", String.valueOf(Wrk.CONNECTIONS),
        "driver", Rival.DRIVER);
  }

  private void measure(Lane lane) throws Exception {
    System.err.println(lane.title());
    Rounds rounds = Rounds.goOn(folder.resolve(lane.key() + ".tsv"), conditions());
    rounds.note("date", java.time.LocalDate.now().toString());
    rounds.note("rival", Rival.versions());
    if (rounds.done() >= Duel.PAIRS) {
      return;
    }
    List<Spoken.Statement> statements = statements(lane);
    Pgbench pgbench =
        Pgbench.of(
            folder, arena.database, lane.once(), lane.each(), statements, lane.asksAtOnce(), POOL);
    rounds.note("statements", String.valueOf(statements.size()));
    rounds.note("equal", String.valueOf(compare(lane, statements)));
    if (rounds.fact("clients").isEmpty()) {
      rounds.note("clients", String.valueOf(best(pgbench)));
    }
    new Duel(arena::meter, contenders(lane, pgbench, Integer.parseInt(rounds.fact("clients"))), fresh)
        .fight(rounds);
    fresh = false;
  }

  private List<Duel.Contender> contenders(Lane lane, Pgbench pgbench, int clients)
      throws IOException {
    Wrk service = new Wrk(folder, arena.service.port(), lane.service(), arena::token);
    Wrk ours = new Wrk(folder, arena.rival.port(), lane.ours(), arena::token);
    Wrk founding = new Wrk(folder, arena.rival.port(), lane.founding(), arena::token);
    List<Duel.Contender> all = new ArrayList<>();
    all.add(new Duel.Contender(Duel.SERVICE, service, Duel.Part.SERVICE, arena.service::pid, false));
    all.add(
        new Duel.Contender(
            "pgbench, %d clients".formatted(POOL), pgbench, Duel.Part.PROGRAM, () -> 0, false));
    if (clients != POOL) {
      all.add(
          new Duel.Contender(
              "pgbench, %d clients".formatted(clients),
              pgbench.with(clients),
              Duel.Part.PROGRAM,
              () -> 0,
              false));
    }
    all.add(
        new Duel.Contender(
            "Fastify + Drizzle, our schema", ours, Duel.Part.RIVAL, arena.rival::pid, false));
    all.add(
        new Duel.Contender(
            "Fastify + Drizzle, founding schema",
            founding,
            Duel.Part.RIVAL,
            arena.rival::pid,
            true));
    all.add(new Duel.Contender(Duel.AGAIN, service, Duel.Part.SERVICE, arena.service::pid, false));
    return all;
  }

  private List<Spoken.Statement> statements(Lane lane) throws IOException {
    Lane.Sample sample = lane.samples().getFirst();
    List<Spoken.Statement> statements = new ArrayList<>();
    try (Spoken spoken = new Spoken(arena.data);
        Http http = new Http(arena.service.port())) {
      for (Ask ask : sample.asks()) {
        String token = ask.member() == 0 ? null : arena.token(ask.member());
        statements.addAll(
            lane.mark() == null
                ? spoken.of(http, ask, token, sample.values())
                : spoken.once(http, ask, lane.mark(), sample.values()));
      }
    }
    return statements;
  }

  /// How many clients get the most out of pgbench.
  private static int best(Pgbench pgbench) throws IOException {
    Map<Integer, Double> rates = new LinkedHashMap<>();
    for (int i = 0; i < 2; i++) {
      for (int clients : CLIENTS) {
        Load.Done done = pgbench.with(clients).run(Math.min(3, Duel.SECONDS));
        rates.merge(clients, done.requests() / done.seconds(), Math::max);
      }
    }
    System.err.println("  pgbench by its clients: " + rates);
    return rates.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /// How many answers were the same from the service, the rival and the SQL that pgbench says: the
  /// same pictures in the same order, the same balance, the same number of likes.
  private int compare(Lane lane, List<Spoken.Statement> statements) throws IOException, SQLException {
    int compared = 0;
    try (Http service = new Http(arena.service.port());
        Http rival = new Http(arena.rival.port());
        Connection database = arena.service.database()) {
      for (Lane.Sample sample : lane.samples()) {
        for (int i = 0; i < sample.asks().size(); i++) {
          List<String> first = answer(service, sample.asks().get(i), lane);
          List<String> second = answer(rival, sample.ours().get(i), lane);
          List<String> third =
              sample.asks().size() > 1
                  ? first
                  : rows(database, main(statements).with(sample.values()), first.size(), lane);
          if (first.isEmpty() || !first.equals(second) || !first.equals(third)) {
            throw new IOException(
                "%s is answered %s, by the rival %s, in SQL %s"
                    .formatted(sample.asks().get(i), first, second, third));
          }
          compared++;
        }
      }
    }
    return compared;
  }

  /// What reads the answer, of all that is said for a request.
  private static Spoken.Statement main(List<Spoken.Statement> statements) {
    return statements.stream()
        .filter(statement -> MAIN.matcher(statement.text()).find())
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private List<String> answer(Http http, Ask ask, Lane lane) throws IOException {
    int status =
        http.send(
            ask.method(), ask.path(), ask.member() == 0 ? null : arena.token(ask.member()), null);
    if (status != 200) {
      throw new IOException("%s is answered with %d: %s".formatted(ask, status, http.body()));
    }
    return item(lane).matcher(http.body()).results().map(found -> found.group(1)).toList();
  }

  private static List<String> rows(Connection database, String sql, int most, Lane lane)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next() && rows.size() < most) {
        rows.add(row.getString(lane.key().equals("credits") ? "credits" : "id"));
      }
    }
    return rows;
  }

  private static Pattern item(Lane lane) {
    return switch (lane.key()) {
      case "credits" -> BALANCE;
      case "like" -> LIKED;
      default -> ITEM;
    };
  }
}
