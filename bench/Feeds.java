import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// feeds <data folder> [<another, smaller one>]: how long the feeds' first and ten thousandth rows
/// take, through HTTP against the running jar, and what the database does for them. Writes a table
/// in Markdown.
final class Feeds {

  private static final int DEPTH = 10_000;
  private static final int CLIENTS = 8;
  private static final int ROUNDS =
      Integer.parseInt(System.getenv().getOrDefault("BENCH_ROUNDS", "40"));
  private static final int BLOCK = 56;
  private static final int WARM_UP_ROUNDS = Math.min(8, ROUNDS);
  private static final Pattern ITEM = Pattern.compile("[\\[,]\\{\"id\":(\\d+),\"title\"");
  private static final Pattern PARAMETER = Pattern.compile("[?&](\\w+)=");
  private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

  /// A feed as it is asked for.
  private record Feed(String name, String path, long member) {}

  /// One page of a feed in one database, and what it cost.
  private static final class Page {
    final Site site;
    final Feed feed;
    final String path;
    final int depth;
    final int rows;
    final Timings alone = new Timings();
    final Timings crowded = new Timings();
    long serviceCpu;
    long databaseCpu;
    int others;
    String plan = "–";

    Page(Site site, Feed feed, String path, int depth, int rows) {
      this.site = site;
      this.feed = feed;
      this.path = path;
      this.depth = depth;
      this.rows = rows;
    }
  }

  /// One filled database with its service.
  private static final class Site implements AutoCloseable {
    final Path data;
    final Clerk clerk;
    final Map<Long, String> tokens = new LinkedHashMap<>();
    final List<Page> pages = new ArrayList<>();
    final String scale;
    Service service;

    Site(Path data) throws IOException {
      this.data = data;
      Facts facts = Facts.of(data);
      this.scale = facts.scale();
      this.clerk = new Clerk(facts.seed());
      start();
    }

    void start() {
      service = Service.start(data, clerk.settings());
      tokens.clear();
    }

    /// An unknown parameter is passed over, and another feed would be measured in the name of this
    /// one.
    boolean understands(Feed feed) throws IOException {
      try (Http http = new Http(service.port())) {
        http.get("/openapi.json", null);
        String api = http.body();
        return PARAMETER
            .matcher(feed.path)
            .results()
            .allMatch(name -> api.contains("\"name\":\"" + name.group(1) + "\""));
      }
    }

    String token(Feed feed) {
      return feed.member == 0
          ? null
          : tokens.computeIfAbsent(
              feed.member, nr -> clerk.token(clerk.member(nr), service.origin()));
    }

    @Override
    public void close() {
      service.close();
      clerk.close();
    }
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.err.println("feeds <data folder> [<another, smaller one>]");
      System.exit(2);
    }
    List<Site> sites = new ArrayList<>();
    for (String argument : arguments) {
      sites.add(new Site(Path.of(argument)));
    }
    List<String> notes = new ArrayList<>();
    for (Site site : sites) {
      for (Feed feed : feeds(site)) {
        leaf(site, feed, notes);
      }
    }
    measure(sites);
    for (Site site : sites) {
      site.service.close();
      explain(site);
      site.close();
    }
    String table = table(sites, notes);
    Path file = Path.of(System.getProperty("bench.jar")).resolveSibling("bench/feeds.md");
    Files.writeString(file, table);
    System.out.println(table);
    System.err.println("Written to " + file + ", plans beside it.");
  }

  /// Member 1 has the large gallery, member 2 is the most productive otherwise, member 7 follows
  /// 200.
  private static List<Feed> feeds(Site site) {
    String all = "/api/v1/images?sort=";
    String head = "고양이";
    String middle = "노을";
    String rare = "귀여운고양이";
    return List.of(
        new Feed("latest", all + "latest", 0),
        new Feed("latest, signed in", all + "latest", 7),
        new Feed("popular", all + "popular", 0),
        new Feed("trending", all + "trending", 0),
        new Feed("following 200", all + "latest&feed=following", 7),
        new Feed("category", all + "latest&category=landscape", 0),
        new Feed("category, popular", all + "popular&category=landscape", 0),
        new Feed("category, trending", all + "trending&category=landscape", 0),
        new Feed("style", all + "latest&style=watercolor", 0),
        new Feed("style, popular", all + "popular&style=watercolor", 0),
        new Feed("tone", all + "latest&colorTone=dark", 0),
        new Feed("category + style", all + "latest&category=landscape&style=watercolor", 0),
        new Feed("style + tone, popular", all + "popular&style=watercolor&colorTone=dark", 0),
        new Feed(
            "category + style + tone",
            all + "latest&category=landscape&style=watercolor&colorTone=dark",
            0),
        new Feed(
            "category + style + tone, popular",
            all + "popular&category=landscape&style=watercolor&colorTone=dark",
            0),
        new Feed("tag of rank 1", all + "latest&tag=" + encoded(head), 0),
        new Feed("tag of rank 100", all + "latest&tag=" + encoded(middle), 0),
        new Feed("tag of rank 2701", all + "latest&tag=" + encoded(rare), 0),
        new Feed("tag of rank 1, popular", all + "popular&tag=" + encoded(head), 0),
        new Feed("tag of rank 2701, popular", all + "popular&tag=" + encoded(rare), 0),
        new Feed("tag of rank 1 + category", all + "latest&category=food&tag=" + encoded(head), 0),
        new Feed(
            "tag of rank 1 + category + style, trending",
            all + "trending&category=food&style=watercolor&tag=" + encoded(head),
            0),
        new Feed("my gallery", "/api/v1/me/images?", 1),
        new Feed("my gallery, private", "/api/v1/me/images?visibility=private", 1),
        new Feed("a member's gallery", "/api/v1/users/" + site.clerk.member(1) + "/images?", 0),
        new Feed("search, frequent word", "/api/v1/images?q=" + encoded("고양이"), 0),
        new Feed("search, rare word", "/api/v1/images?q=" + encoded("천체망원경"), 0),
        new Feed("search, two words", "/api/v1/images?q=" + encoded("달빛 등대"), 0));
  }

  /// Leafs through a feed to its ten thousandth row, or to its end, looking for rows that come
  /// twice.
  private static void leaf(Site site, Feed feed, List<String> notes) throws IOException {
    try (Http http = new Http(site.service.port())) {
      if (!site.understands(feed)) {
        notes.add("%s (scale %s): not there yet".formatted(feed.name, site.scale));
        return;
      }
      int status = http.get(feed.path, site.token(feed));
      int first = ids(http.body()).size();
      if (status != 200) {
        notes.add(
            "%s (scale %s): answers %d, not measured".formatted(feed.name, site.scale, status));
        return;
      }
      site.pages.add(new Page(site, feed, feed.path, 0, first));
      Set<Integer> seen = new HashSet<>();
      String cursor = null;
      String last = null;
      int lastDepth = 0;
      int rows = 0;
      do {
        last = cursor;
        lastDepth = rows;
        String page = feed.path + "&limit=100" + (cursor == null ? "" : "&cursor=" + cursor);
        if (http.get(page, site.token(feed)) != 200) {
          notes.add(
              "%s (scale %s): breaks off after %d rows: %s"
                  .formatted(feed.name, site.scale, rows, http.body()));
          return;
        }
        List<Integer> ids = ids(http.body());
        for (int id : ids) {
          if (!seen.add(id)) {
            notes.add("%s (scale %s): picture %d comes twice".formatted(feed.name, site.scale, id));
          }
        }
        rows += ids.size();
        Matcher next = NEXT.matcher(http.body());
        cursor = next.find() ? next.group(1) : null;
      } while (cursor != null && rows < DEPTH);
      String deep = cursor == null ? last : cursor;
      if (deep != null) {
        String path = feed.path + "&cursor=" + deep;
        http.get(path, site.token(feed));
        site.pages.add(
            new Page(site, feed, path, cursor == null ? lastDepth : rows, ids(http.body()).size()));
      }
      System.err.printf("%-45s scale %s: %,d rows walked%n", feed.name, site.scale, rows);
    }
  }

  private static List<Integer> ids(String body) {
    return ITEM.matcher(body).results().map(item -> Integer.valueOf(item.group(1))).toList();
  }

  /// Block by block over all pages of all databases, in another order each round, so that whatever
  /// else the machine does is shared out evenly.
  private static void measure(List<Site> sites) throws Exception {
    List<Page> pages =
        new ArrayList<>(sites.stream().flatMap(site -> site.pages.stream()).toList());
    Random order = new Random(1);
    Map<Service, List<Http>> connections = new LinkedHashMap<>();
    for (Site site : sites) {
      List<Http> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(new Http(site.service.port()));
      }
      connections.put(site.service, clients);
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
        Collections.shuffle(pages, order);
        for (Page page : pages) {
          List<Http> clients = connections.get(page.site.service);
          Timings none = new Timings();
          long[] before = page.site.service.cpu();
          block(clients.getFirst(), page, BLOCK, round < 0 ? none : page.alone);
          long[] after = page.site.service.cpu();
          List<Callable<Void>> crowd = new ArrayList<>();
          for (Http client : clients) {
            Timings timings = round < 0 ? none : page.crowded;
            crowd.add(() -> {
              block(client, page, BLOCK / CLIENTS, timings);
              return null;
            });
          }
          for (Future<Void> one : threads.invokeAll(crowd)) {
            one.get();
          }
          if (round >= 0) {
            page.serviceCpu += after[0] - before[0];
            page.databaseCpu += after[1] - before[1];
          }
        }
        System.err.print(round < 0 ? "," : ".");
      }
      System.err.println();
    }
  }

  private static void block(Http http, Page page, int requests, Timings timings)
      throws IOException {
    String token = page.site.token(page.feed);
    for (int i = 0; i < requests; i++) {
      long start = System.nanoTime();
      int status = http.get(page.path, token);
      timings.add(System.nanoTime() - start);
      if (status != 200) {
        page.others++;
      }
    }
  }

  /// Asks for every page once more of a server that logs its plans, which nobody should time from
  /// outside.
  private static void explain(Site site) throws IOException {
    Path settings = site.data.resolve("postgres/postgresql.conf");
    String original = Files.readString(settings);
    try {
      Files.writeString(
          settings,
          original
              + """

              session_preload_libraries = 'auto_explain'
              auto_explain.log_min_duration = 0
              auto_explain.log_analyze = on
              auto_explain.log_buffers = on
              auto_explain.log_timing = off
              """);
      site.start();
      try (Http http = new Http(site.service.port())) {
        for (Page page : site.pages) {
          new Plans(site.data.resolve("postgres.log")).of(page, http);
        }
      }
    } finally {
      site.service.close();
      Files.writeString(settings, original);
    }
  }

  /// What the database's log says of one page.
  private record Plans(Path log) {

    private static final Pattern ENTRY =
        Pattern.compile("duration: ([0-9.]+) ms  plan:\\R((?:\\t.*\\R?)+)");
    private static final Pattern HITS =
        Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    void of(Page page, Http http) throws IOException {
      String path = page.path;
      double least = Double.POSITIVE_INFINITY;
      String best = "";
      for (int i = 0; i < 12; i++) {
        long from = Files.size(log);
        http.get(path, page.site.token(page.feed));
        Service.pause(20);
        String text =
            new String(
                Files.readAllBytes(log),
                (int) from,
                (int) (Files.size(log) - from),
                StandardCharsets.UTF_8);
        Matcher entry = ENTRY.matcher(text);
        double sum = 0;
        double longest = -1;
        String plan = "";
        while (entry.find()) {
          if (!entry.group(2).contains("images")) {
            continue;
          }
          double millis = Double.parseDouble(entry.group(1));
          sum += millis;
          if (millis > longest) {
            longest = millis;
            plan = entry.group(2);
          }
        }
        if (longest >= 0 && sum < least) {
          least = sum;
          best = plan;
        }
      }
      Matcher buffers = HITS.matcher(best);
      int touched = buffers.find() ? number(buffers.group(1)) + number(buffers.group(2)) : 0;
      boolean sort =
          Pattern.compile("(?m)^\\s*(->\\s+)?(Incremental )?Sort\\b").matcher(best).find();
      page.plan =
          best.isEmpty()
              ? "–"
              : "%s ms, %d%s".formatted(Timings.millis(least), touched, sort ? ", **sort**" : "");
      Path folder =
          Files.createDirectories(
              Path.of(System.getProperty("bench.jar"))
                  .resolveSibling("bench/plans-" + page.site.scale));
      Files.writeString(
          folder.resolve(page.feed.name.replaceAll("[^a-z0-9]+", "-") + "-" + page.depth + ".txt"),
          best);
    }

    private static int number(String digits) {
      return digits == null ? 0 : Integer.parseInt(digits);
    }
  }

  private static String table(List<Site> sites, List<String> notes) {
    StringBuilder text = new StringBuilder(Facts.machine());
    text.append(
        "\n%d requests a cell (%d rounds, feeds interleaved), pages of 20 cards, p50 / p99 in ms\n\n"
            .formatted(ROUNDS * BLOCK, ROUNDS));
    text.append("| feed | after row | rows |");
    for (Site site : sites) {
      text.append(
          " scale %s: 1 client | %d clients | CPU of service + database, µs | database, buffers |"
              .formatted(site.scale, CLIENTS));
    }
    text.append(sites.size() == 2 ? " p50 by p50 |\n" : "\n");
    text.append("|---|---:|---:|")
        .append("---:|---:|---:|---:|".repeat(sites.size()))
        .append(sites.size() == 2 ? "---:|\n" : "\n");
    for (Page page : sites.getFirst().pages) {
      text.append(
          "| %s | %s | %d |"
              .formatted(
                  page.feed.name,
                  page.depth == 0 ? "first" : String.format(Locale.ROOT, "%,d", page.depth),
                  page.rows));
      cells(text, page);
      for (Site site : sites.subList(1, sites.size())) {
        Page other = counterpart(site, page);
        if (other == null) {
          text.append(" | | | | |");
        } else {
          cells(text, other);
          text.append(
              String.format(
                  Locale.ROOT,
                  " %.2f%s |",
                  page.alone.percentile(0.5) / other.alone.percentile(0.5),
                  other.depth == page.depth ? "" : " (after %,d)".formatted(other.depth)));
        }
      }
      text.append("\n");
    }
    long others =
        sites.stream().flatMap(site -> site.pages.stream()).mapToLong(page -> page.others).sum();
    text.append("\nAnswers other than 200: ").append(others).append("\n");
    notes.forEach(note -> text.append("- ").append(note).append("\n"));
    return text.toString();
  }

  private static void cells(StringBuilder text, Page page) {
    int requests = Math.max(1, page.alone.count());
    text.append(
        " %s | %s | %d + %d | %s |"
            .formatted(
                page.alone.text(),
                page.crowded.text(),
                page.serviceCpu / 1000 / requests,
                page.databaseCpu / 1000 / requests,
                page.plan));
  }

  private static Page counterpart(Site site, Page page) {
    return site.pages.stream()
        .filter(other ->
            other.feed.name.equals(page.feed.name) && other.depth == 0 == (page.depth == 0))
        .findFirst()
        .orElse(null);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
