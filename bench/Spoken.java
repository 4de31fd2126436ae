import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the service says to its database for a request, as the server's log has it: so that whoever
/// is compared with the service is asked the same and not what somebody once copied.
final class Spoken implements AutoCloseable {

  private static final Pattern ENTRY =
      Pattern.compile(
          "(?m)^\\d{4}-\\d\\d-\\d\\d [^\\[]*\\[(\\d+)\\][^:]*?(LOG|DETAIL):  (.*(?:\\R\\t.*)*)");
  private static final Pattern EXECUTE =
      Pattern.compile("(?s)^(?:execute [^:]+|statement): (.*)$");
  private static final Pattern PARAMETER =
      Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\d+)");
  private static final int TIMES = 12;

  /// A statement whose parameters have got names; constants are among the names with their values.
  ///
  /// @param text `:name` for every parameter, as pgbench wants it
  record Statement(String text, Map<String, String> constants) {

    /// With the values in their places, to be run as it is.
    String with(Map<String, String> values) {
      Map<String, String> all = new HashMap<>(constants);
      all.putAll(values);
      return Pattern.compile("(?<!:):([a-z]\\w*)")
          .matcher(text)
          .replaceAll(name -> Matcher.quoteReplacement(quoted(all.get(name.group(1)))));
    }
  }

  /// As the log had it.
  private record Said(String text, Map<Integer, String> parameters) {}

  private final Path log;
  private final Path settings;
  private final String original;
  private final long postmaster;

  /// Lets the server log everything, until this is closed.
  Spoken(Path data) throws IOException {
    this.log = data.resolve("postgres.log");
    this.settings = data.resolve("postgres/postgresql.conf");
    this.postmaster = Database.postmaster(data);
    Path kept = settings.resolveSibling("postgresql.conf.kept");
    if (Files.exists(kept)) {
      Files.move(kept, settings, StandardCopyOption.REPLACE_EXISTING);
    }
    this.original = Files.readString(settings);
    Files.copy(settings, kept);
    Files.writeString(settings, original + "\nlog_statement = 'all'\nlog_error_verbosity = default\n");
    reload();
  }

  @Override
  public void close() throws IOException {
    Files.writeString(settings, original);
    Files.deleteIfExists(settings.resolveSibling("postgresql.conf.kept"));
    reload();
  }

  /// The statements of a request that is answered from the database each time.
  ///
  /// @param values what stands in this request, by the names that it shall have
  List<Statement> of(Http http, Ask ask, String token, Map<String, String> values)
      throws IOException {
    Map<String, Said> always = null;
    for (int i = 0; i < TIMES; i++) {
      Map<String, Said> now = new LinkedHashMap<>();
      for (Said said : during(http, ask, token)) {
        now.putIfAbsent(said.text(), said);
      }
      if (always == null) {
        always = now;
      } else {
        always.keySet().retainAll(now.keySet());
      }
    }
    return named(List.copyOf(always.values()), values);
  }

  /// The statements in which this stands, of a request that is answered from the database now and
  /// then.
  List<Statement> once(Http http, Ask ask, String mark, Map<String, String> values)
      throws IOException {
    Map<String, Said> ever = new LinkedHashMap<>();
    for (int i = 0; i < 4 * TIMES; i++) {
      for (Said said : during(http, ask, null)) {
        if (said.text().contains(mark)) {
          ever.putIfAbsent(said.text(), said);
        }
      }
      Service.pause(50);
    }
    return named(ever.values().stream().limit(1).toList(), values);
  }

  private List<Said> during(Http http, Ask ask, String token) throws IOException {
    long from = Files.size(log);
    int status = http.send(ask.method(), ask.path(), token, null);
    if (status != 200) {
      throw new IOException("%s answers %d: %s".formatted(ask, status, http.body()));
    }
    Service.pause(30);
    byte[] all = Files.readAllBytes(log);
    String text =
        new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8);
    List<Said> said = new ArrayList<>();
    Map<String, Integer> open = new HashMap<>();
    for (MatchResult entry : ENTRY.matcher(text).results().toList()) {
      String backend = entry.group(1);
      Matcher execute = EXECUTE.matcher(entry.group(3));
      if (entry.group(2).equals("LOG") && execute.matches()) {
        open.put(backend, said.size());
        said.add(new Said(execute.group(1).replace("\n\t", "\n").strip(), Map.of()));
      } else if (entry.group(2).equals("DETAIL") && open.containsKey(backend)) {
        int last = open.remove(backend);
        said.set(last, new Said(said.get(last).text(), parameters(entry.group(3))));
      }
    }
    return said;
  }

  private static Map<Integer, String> parameters(String detail) {
    Map<Integer, String> parameters = new HashMap<>();
    PARAMETER.matcher(detail).results().forEach(one ->
        parameters.put(
            Integer.valueOf(one.group(1)),
            one.group(2).equals("NULL")
                ? null
                : one.group(2).substring(1, one.group(2).length() - 1).replace("''", "'")));
    return parameters;
  }

  private static List<Statement> named(List<Said> said, Map<String, String> values)
      throws IOException {
    List<Statement> statements = new ArrayList<>();
    List<String> found = new ArrayList<>();
    int constant = 0;
    for (Said one : said) {
      Map<String, String> constants = new LinkedHashMap<>();
      StringBuilder text = new StringBuilder();
      Matcher place = PLACEHOLDER.matcher(one.text());
      while (place.find()) {
        String value = one.parameters().get(Integer.valueOf(place.group(1)));
        String name = name(value, values);
        if (value != null && name == null) {
          name = "c" + ++constant;
          constants.put(name, value);
        }
        found.add(name);
        place.appendReplacement(text, Matcher.quoteReplacement(value == null ? "NULL" : ":" + name));
      }
      place.appendTail(text);
      statements.add(new Statement(text.toString(), constants));
    }
    if (statements.isEmpty() || !found.containsAll(values.keySet())) {
      throw new IOException(
          "Of %s only %s stand in what the service said: %s".formatted(values, found, said));
    }
    return statements;
  }

  private static String name(String value, Map<String, String> values) {
    for (Map.Entry<String, String> one : values.entrySet()) {
      if (value != null && plain(value).equals(plain(one.getValue()))) {
        return one.getKey();
      }
    }
    return null;
  }

  /// A day is logged in more than one way.
  private static String plain(String value) {
    return value.matches("\\d{4}-\\d\\d-\\d\\d[ T].*")
        ? value.replace('T', ' ').replaceAll("(\\+00(:?00)?|Z)$", "").replaceAll("\\.0+$", "")
        : value;
  }

  static String quoted(String value) {
    return value == null ? "NULL" : "'" + value.replace("'", "''") + "'";
  }

  private void reload() throws IOException {
    Programs.run(List.of("kill", "-HUP", String.valueOf(postmaster)));
    Service.pause(1_500);
  }
}
