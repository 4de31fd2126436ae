import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What the lanes have measured so far, as a chapter of RESULTS.md.
final class VersusTable {

  private static final String TITLE = "## Against pgbench and Fastify + Drizzle";
  private static final Path RESULTS =
      Path.of(System.getProperty("bench.jar")).resolveSibling("../bench/RESULTS.md").normalize();

  private VersusTable() {}

  /// @return the chapter, which for a database of full size then stands in RESULTS.md, too
  static String write(Facts facts, Path folder) throws IOException {
    StringBuilder text = new StringBuilder(TITLE).append("\n\n");
    text.append("`bench/versus`, scale ").append(facts.scale()).append(".\n");
    lanes(text, facts, folder);
    for (String part : List.of("pictures.md", "start.md")) {
      Path file = folder.resolve(part);
      if (Files.exists(file)) {
        text.append("\n").append(Files.readString(file));
      }
    }
    String chapter = text.toString();
    Files.writeString(folder.resolveSibling("versus.md"), chapter);
    if (facts.scale().equals("1.0")) {
      putIntoResults(chapter);
    }
    return chapter;
  }

  private static void putIntoResults(String chapter) throws IOException {
    String results = Files.readString(RESULTS);
    int from = results.indexOf(TITLE);
    int to = from < 0 ? -1 : results.indexOf("\n## ", from + TITLE.length());
    String before = from < 0 ? results.stripTrailing() + "\n\n" : results.substring(0, from);
    Files.writeString(RESULTS, before + chapter + (to < 0 ? "" : results.substring(to)));
  }

  private static void lanes(StringBuilder text, Facts facts, Path folder) throws IOException {
    Set<String> conditions = new LinkedHashSet<>();
    StringBuilder rows = new StringBuilder();
    double generator = 0;
    int voids = 0;
    List<String> uncontrolled = new ArrayList<>();
    try (Clerk clerk = new Clerk(facts.seed())) {
      for (Lane lane : Lane.all(facts, clerk, 1, 2)) {
        Path file = folder.resolve(lane.key() + ".tsv");
        if (!Files.exists(file)) {
          continue;
        }
        Rounds rounds = Rounds.read(file);
        if (rounds.done() == 0) {
          continue;
        }
        conditions.add(
            "%s, %s Blocks of %s s, %s connections, closed loop; %s."
                .formatted(
                    rounds.fact("date"),
                    rounds.fact("machine"),
                    rounds.fact("seconds"),
                    rounds.fact("connections"),
                    rounds.fact("rival")));
        voids += rounds.fact("voids").isEmpty() ? 0 : Integer.parseInt(rounds.fact("voids"));
        generator =
            Math.max(
                generator,
                median(
                    rounds.blocks().stream()
                        .filter(block -> block.generator() > 0)
                        .toList(),
                    Block::generatorShare));
        rows(rows, lane, rounds, uncontrolled);
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    text.append("\n").append(String.join("\n", conditions)).append("\n");
    text.append(
        """

        A ratio is the median of the pairs' ratios, with the interval that holds it in 95 of 100 resamplings; in a pair, the service
        counts with the mean of its two blocks of that round. CPU is µs a request: of whoever answers + of the database.
        "Itself" is the control, whose interval must hold 1 and lie within 0.97 and 1.03, or the lane is void.

        """);
    text.append(
        "| what | service, requests/s | CPU | p50 / p99, ms | against | requests/s | CPU | MB | ratio | pairs | goal | |\n");
    text.append("|---|---:|---:|---:|---|---:|---:|---:|---:|---:|---:|---|\n");
    text.append(rows);
    text.append(
        "\nThe generator took %.0f %% of the machine at most. Rounds that were void for what else went on: %d.%s\n"
            .formatted(
                100 * generator,
                voids,
                uncontrolled.isEmpty() ? "" : " Void for their control: " + String.join("; ", uncontrolled) + "."));
  }

  private static void rows(StringBuilder text, Lane lane, Rounds rounds, List<String> uncontrolled) {
    List<Block> own = new ArrayList<>(rounds.of(Duel.SERVICE));
    own.addAll(rounds.of(Duel.AGAIN));
    Set<String> others =
        rounds.blocks().stream()
            .map(Block::who)
            .filter(who -> !who.equals(Duel.SERVICE))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String denominator =
        others.stream()
            .filter(who -> who.startsWith("pgbench"))
            .max((a, b) ->
                Double.compare(median(rounds.of(a), Block::rate), median(rounds.of(b), Block::rate)))
            .orElse("");
    boolean first = true;
    for (String other : others.stream().sorted((a, b) -> rank(a) - rank(b)).toList()) {
      List<Block> theirs = rounds.of(other);
      boolean control = other.equals(Duel.AGAIN);
      Ratios ratios = ratios(rounds, other);
      double goal = goal(lane, other, denominator);
      text.append(
          first
              ? "| %s | %s | %s | %s |".formatted(
                  lane.title(),
                  number(median(own, Block::rate)),
                  cpu(own),
                  Timings.millis(median(own, Block::p50)) + " / " + Timings.millis(median(own, Block::p99)))
              : "| | | | |");
      text.append(
          " %s | %s | %s | %s | %s | %d | %s | %s |\n"
              .formatted(
                  control ? "itself" : other,
                  number(median(theirs, Block::rate)),
                  cpu(theirs),
                  median(theirs, Block::resident) == 0 ? "" : number(median(theirs, Block::resident)),
                  ratios.text(),
                  ratios.pairs(),
                  control ? "1" : goal == 0 ? "" : "≥ " + goal,
                  control
                      ? ratios.controls() ? "holds" : "**void**"
                      : goal == 0 ? "" : ratios.median() >= goal ? "met" : "**missed**"));
      if (control && !ratios.controls()) {
        uncontrolled.add(lane.title());
      }
      first = false;
    }
  }

  /// A row of the pictures' table.
  static String pictures(String title, Rounds rounds, String other, double goal) {
    List<Block> own = new ArrayList<>(rounds.of(Duel.SERVICE));
    own.addAll(rounds.of(Duel.AGAIN));
    Ratios control = ratios(rounds, Duel.AGAIN);
    Ratios ratios = ratios(rounds, other);
    List<Block> theirs = rounds.of(other);
    return "| %s | %s | %s | %s | %s | %s | %s | ≥ %s | %s |\n"
        .formatted(
            title,
            number(median(own, Block::rate)),
            cpu(own),
            number(median(theirs, Block::rate)),
            cpu(theirs),
            ratios.text(),
            control.text() + (control.controls() ? "" : " **void**"),
            goal,
            ratios.median() >= goal ? "met" : "**missed**");
  }

  /// The service's rate by theirs; for the control, that of its first block by that of its second.
  private static Ratios ratios(Rounds rounds, String other) {
    List<Block> own = new ArrayList<>(rounds.of(Duel.SERVICE));
    if (!other.equals(Duel.AGAIN)) {
      own.addAll(rounds.of(Duel.AGAIN));
    }
    Map<Integer, Double> rates =
        own.stream()
            .collect(Collectors.groupingBy(Block::round, Collectors.averagingDouble(Block::rate)));
    return Ratios.of(
        rounds.of(other).stream().map(block -> rates.get(block.round()) / block.rate()).toList());
  }

  private static int rank(String who) {
    return who.equals(Duel.AGAIN) ? 0 : who.startsWith("pgbench") ? 1 : who.contains("our") ? 2 : 3;
  }

  /// The better of pgbench's is what counts.
  private static double goal(Lane lane, String other, String denominator) {
    if (other.equals(denominator)) {
      return lane.pgbenchGoal();
    }
    return other.endsWith("our schema") ? lane.rivalGoal() : 0;
  }

  private static String cpu(List<Block> blocks) {
    return number(median(blocks, Block::appMicros))
        + " + "
        + number(median(blocks, Block::databaseMicros));
  }

  private static double median(List<Block> blocks, ToDoubleFunction<Block> of) {
    return blocks.isEmpty() ? 0 : Ratios.median(blocks.stream().mapToDouble(of).toArray());
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
  }
}
