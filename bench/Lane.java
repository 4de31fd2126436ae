import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.CRC32;

/// One of the things that members ask for, in the words of each who is to answer. Everybody draws
/// from the same law: pgbench as it goes, the others from lists that were drawn before.
///
/// @param pgbenchGoal what the service must reach of pgbench's rate; 0 where nothing is asked
/// @param rivalGoal how often it must reach the rival's, on the service's schema
/// @param once what each client of pgbench asks for when it begins, as SQL by name
/// @param each what pgbench draws for each request
/// @param samples requests whose answers are compared, and whose statements pgbench learns
/// @param mark for a page that is not made anew for each request: what stands in its statement
record Lane(
    String key,
    String title,
    double pgbenchGoal,
    double rivalGoal,
    List<Ask> service,
    List<Ask> ours,
    List<Ask> founding,
    Map<String, String> once,
    List<String> each,
    List<Sample> samples,
    String mark) {

  private static final int DRAWN = 4096;
  private static final int FIRST_MEMBER = 2;
  private static final int MEMBERS = 16;
  private static final String HEAD_TAG = "고양이";
  private static final String RARE_TAG = "귀여운고양이";

  /// @param values what stands in the request, by the names that pgbench has for it
  /// @param asks of the service; more than one where one run through pgbench's script says more
  /// @param ours the same of the rival
  record Sample(Map<String, String> values, List<Ask> asks, List<Ask> ours) {}

  /// All of them. Pictures from `first` to `last` are public without a gap.
  static List<Lane> all(Facts facts, Clerk clerk, long first, long last) {
    Draws draws = new Draws(facts, clerk, first, last);
    return List.of(
        firstPage(),
        deepPage(draws),
        gallery(draws),
        category(draws),
        tag(draws, "tag", "a frequent tag, deep page", HEAD_TAG, 3, draws::day),
        tag(draws, "raretag", "a rare tag", RARE_TAG, 0, _ -> Draws.END),
        detail(draws),
        credits(draws),
        like(draws));
  }

  private static Lane firstPage() {
    List<Ask> ours = List.of(Ask.get("/ours/feed"));
    List<Ask> asks = List.of(Ask.get("/api/v1/images"));
    return new Lane(
        "first",
        "public feed, first page",
        1.5,
        10,
        asks,
        ours,
        List.of(Ask.get("/founding/feed")),
        Map.of(),
        List.of(),
        List.of(new Sample(Map.of(), asks, ours)),
        "ORDER BY i.published_at DESC");
  }

  /// Days are written as pgbench can draw them and PostgreSQL reads them, year and day of the year;
  /// those that end in 0 would be printed without it.
  private static Lane deepPage(Draws draws) {
    Function<String, Ask> service =
        day -> Ask.get("/api/v1/images?cursor=" + cursor("published_at", day, "0"));
    Function<String, Ask> ours = day -> Ask.get("/ours/feed?id=0&place=" + encoded(day));
    int deepest = (int) Math.min(10_000, draws.facts.pictures() / 2);
    return new Lane(
        "feed",
        "public feed, deep page",
        0.5,
        3,
        draws.list(random -> service.apply(draws.day(random))),
        draws.list(random -> ours.apply(draws.day(random))),
        draws.list(random -> Ask.get("/founding/feed?offset=" + random.nextInt(deepest))),
        Map.of(),
        List.of(Draws.DAY, "\\set last 0"),
        draws.samples(
            random -> {
              String day = draws.day(random);
              return new Sample(
                  Map.of("place", day, "last", "0"),
                  List.of(service.apply(day)),
                  List.of(ours.apply(day)));
            }),
        null);
  }

  private static Lane gallery(Draws draws) {
    return new Lane(
        "gallery",
        "one's own gallery",
        0,
        0,
        draws.list(random -> Ask.get("/api/v1/me/images", draws.member(random))),
        draws.list(random -> Ask.get("/ours/gallery", draws.member(random))),
        draws.list(random -> Ask.get("/founding/gallery", draws.member(random))),
        draws.viewer(),
        List.of(),
        draws.samples(
            random -> {
              long member = draws.member(random);
              return new Sample(
                  Map.of("viewer", draws.clerk.member(member)),
                  List.of(Ask.get("/api/v1/me/images", member)),
                  List.of(Ask.get("/ours/gallery", member)));
            }),
        null);
  }

  private static Lane category(Draws draws) {
    Function<long[], Ask> service =
        place ->
            Ask.get(
                "/api/v1/images?sort=popular&category=landscape&cursor="
                    + cursor("likes", String.valueOf(place[0]), String.valueOf(place[1])));
    Function<long[], Ask> ours =
        place ->
            Ask.get("/ours/category?category=landscape&place=%d&id=%d".formatted(place[0], place[1]));
    Function<Random, long[]> place =
        random -> new long[] {1 + random.nextInt(9), 1 + random.nextLong(draws.facts.pictures())};
    return new Lane(
        "category",
        "a category by likes, deep page",
        0,
        0,
        draws.list(random -> service.apply(place.apply(random))),
        draws.list(random -> ours.apply(place.apply(random))),
        List.of(Ask.get("/founding/category?category=landscape")),
        Map.of(),
        List.of("\\set place random(1, 9)", "\\set last random(1, %d)".formatted(draws.facts.pictures())),
        draws.samples(
            random -> {
              long[] at = place.apply(random);
              return new Sample(
                  Map.of("place", String.valueOf(at[0]), "last", String.valueOf(at[1])),
                  List.of(service.apply(at)),
                  List.of(ours.apply(at)));
            }),
        null);
  }

  private static Lane tag(
      Draws draws, String key, String title, String tag, double goal, Function<Random, String> days) {
    Function<String, Ask> service =
        day ->
            Ask.get(
                "/api/v1/images?tag=%s&cursor=%s"
                    .formatted(encoded(tag), cursor("published_at", day, "0")));
    Function<String, Ask> ours =
        day -> Ask.get("/ours/tag?tag=%s&id=0&place=%s".formatted(encoded(tag), encoded(day)));
    boolean deep = key.equals("tag");
    return new Lane(
        key,
        title,
        0,
        goal,
        draws.list(random -> service.apply(days.apply(random))),
        draws.list(random -> ours.apply(days.apply(random))),
        List.of(Ask.get("/founding/tag?tag=" + encoded(tag))),
        deep ? Map.of() : Map.of("place", "'" + Draws.END + "'"),
        deep ? List.of(Draws.DAY, "\\set last 0") : List.of("\\set last 0"),
        draws.samples(
            random -> {
              String day = days.apply(random);
              return new Sample(
                  Map.of("place", day, "last", "0"),
                  List.of(service.apply(day)),
                  List.of(ours.apply(day)));
            }),
        null);
  }

  private static Lane detail(Draws draws) {
    Function<Random, Sample> one =
        random -> {
          long member = draws.member(random);
          long image = draws.image(random);
          return new Sample(
              Map.of("viewer", draws.clerk.member(member), "image", String.valueOf(image)),
              List.of(Ask.get("/api/v1/images/" + image, member)),
              List.of(Ask.get("/ours/images/" + image, member)));
        };
    return new Lane(
        "detail",
        "a picture and whether I like it",
        0.4,
        2.5,
        draws.list(random -> one.apply(random).asks().getFirst()),
        draws.list(random -> one.apply(random).ours().getFirst()),
        draws.list(
            random -> {
              long member = draws.member(random);
              return Ask.get("/founding/images/" + draws.image(random), member);
            }),
        draws.viewer(),
        List.of(draws.anyImage()),
        draws.samples(one),
        null);
  }

  private static Lane credits(Draws draws) {
    return new Lane(
        "credits",
        "my credits",
        0,
        0,
        draws.list(random -> Ask.get("/api/v1/me/credits", draws.member(random))),
        draws.list(random -> Ask.get("/ours/credits", draws.member(random))),
        draws.list(random -> Ask.get("/founding/credits", draws.member(random))),
        draws.viewer(),
        List.of(),
        draws.samples(
            random -> {
              long member = draws.member(random);
              return new Sample(
                  Map.of("viewer", draws.clerk.member(member)),
                  List.of(Ask.get("/api/v1/me/credits", member)),
                  List.of(Ask.get("/ours/credits", member)));
            }),
        null);
  }

  /// Whoever is asked through HTTP likes some thousand pictures and takes all of that back in the
  /// same order: no connection knows what the others are at. pgbench takes back what it just liked.
  private static Lane like(Draws draws) {
    return new Lane(
        "like",
        "likes of pictures far apart, and taken back",
        0.7,
        0,
        draws.likes("/api/v1"),
        draws.likes("/ours"),
        draws.likes("/founding"),
        draws.viewer(),
        List.of(draws.anyImage()),
        draws.samples(
            random -> {
              long member = draws.member(random);
              long image = draws.image(random);
              return new Sample(
                  Map.of("viewer", draws.clerk.member(member), "image", String.valueOf(image)),
                  put(member, image, "/api/v1"),
                  put(member, image, "/ours"));
            }),
        null);
  }

  private static List<Ask> put(long member, long image, String where) {
    String path = "%s/images/%d/like".formatted(where, image);
    return List.of(new Ask("PUT", path, member), new Ask("DELETE", path, member));
  }

  /// How often pgbench's script counts.
  int asksAtOnce() {
    return samples.getFirst().asks().size();
  }

  /// As the service makes them; whether it still does is looked at before anything is measured.
  static String cursor(String order, String... keys) {
    String text = order + "\n" + String.join("\n", keys);
    CRC32 checksum = new CRC32();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (Long.toHexString(checksum.getValue()) + "\n" + text).getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// The laws.
  private record Draws(Facts facts, Clerk clerk, long first, long last) {

    static final String END = "2027-01-01 00:00:00";
    static final String DAY =
        "\\set place 2025 + (10 * random(10, 35) + random(1, 9)) / 1000.0";
    private static final int YEAR = 2025;
    private static final int SAMPLES = 8;

    List<Ask> list(Function<Random, Ask> law) {
      Random random = new Random(7);
      List<Ask> asks = new ArrayList<>();
      for (int i = 0; i < DRAWN; i++) {
        asks.add(law.apply(random));
      }
      return asks;
    }

    List<Sample> samples(Function<Random, Sample> law) {
      Random random = new Random(11);
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < SAMPLES; i++) {
        samples.add(law.apply(random));
      }
      return samples;
    }

    List<Ask> likes(String where) {
      Random random = new Random(13);
      List<Ask> puts = new ArrayList<>();
      List<Ask> deletes = new ArrayList<>();
      for (int i = 0; i < DRAWN; i++) {
        List<Ask> pair = put(member(random), image(random), where);
        puts.add(pair.getFirst());
        deletes.add(pair.getLast());
      }
      puts.addAll(deletes);
      return puts;
    }

    String day(Random random) {
      return LocalDate.ofYearDay(YEAR, 10 * (10 + random.nextInt(26)) + 1 + random.nextInt(9))
          + " 00:00:00";
    }

    /// Some of the productive.
    long member(Random random) {
      return FIRST_MEMBER + random.nextInt(MEMBERS);
    }

    /// Each client of pgbench is one of them, the same law as Clerk's.
    Map<String, String> viewer() {
      return Map.of(
          "viewer",
          "'user_' || left(md5('%d:' || (:client_id::integer %% %d + %d)::text), 27)"
              .formatted(facts.seed(), MEMBERS, FIRST_MEMBER));
    }

    long image(Random random) {
      return first + random.nextLong(last - first + 1);
    }

    String anyImage() {
      return "\\set image random(%d, %d)".formatted(first, last);
    }
  }
}
