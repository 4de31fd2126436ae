import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The service's statements said by `pgbench`, prepared, over TCP like the service's own.
final class Pgbench implements Load {

  private static final Pattern DONE =
      Pattern.compile("number of transactions actually processed: (\\d+)");
  private static final Pattern RATE =
      Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

  /// Until the server has put its ended processes to rest: what they have used is counted on their
  /// parent from then on, and on nobody in between.
  private static final int REST_MILLIS = 100;

  private final Database database;
  private final Path script;
  private final Map<String, String> variables;
  private final int requests;
  private final int clients;

  private Pgbench(
      Database database, Path script, Map<String, String> variables, int requests, int clients) {
    this.database = database;
    this.script = script;
    this.variables = variables;
    this.requests = requests;
    this.clients = clients;
  }

  /// @param once expressions that each client asks the database for when it begins, by their names
  /// @param each commands of pgbench that draw what differs from request to request
  /// @param requests how many requests of the service one run through the statements stands for
  static Pgbench of(
      Path folder,
      Database database,
      Map<String, String> once,
      List<String> each,
      List<Spoken.Statement> statements,
      int requests,
      int clients)
      throws IOException {
    Map<String, String> first = new LinkedHashMap<>(once);
    StringBuilder text = new StringBuilder();
    for (Spoken.Statement statement : statements) {
      statement.constants().forEach((name, value) -> first.put(name, Spoken.quoted(value)));
    }
    if (!first.isEmpty()) {
      List<String> columns = new ArrayList<>();
      first.forEach((name, value) -> columns.add(value + " AS " + name));
      text.append("\\if :begun = 0\nSELECT ").append(String.join(", ", columns));
      text.append(" \\gset\n\\set begun 1\n\\endif\n");
    }
    each.forEach(line -> text.append(line).append('\n'));
    for (Spoken.Statement statement : statements) {
      text.append(statement.text().replaceAll("\\n\\s*\\n", "\n")).append(";\n");
    }
    Path script = Files.writeString(Files.createTempFile(folder, "pgbench", ".sql"), text);
    return new Pgbench(database, script, Map.of("begun", "0"), requests, clients);
  }

  Pgbench with(int others) {
    return new Pgbench(database, script, variables, requests, others);
  }

  int clients() {
    return clients;
  }

  @Override
  public Done run(double seconds) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                String.valueOf(clients),
                "-j",
                "1",
                "-T",
                String.valueOf(Math.max(1, Math.round(seconds))),
                "-f",
                script.toString()));
    variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
    String text = Programs.run(command, script.getParent(), database.environment());
    Service.pause(REST_MILLIS);
    Matcher done = DONE.matcher(text);
    Matcher rate = RATE.matcher(text);
    if (!done.find() || !rate.find()) {
      throw new IOException("pgbench said: " + text);
    }
    long runs = Long.parseLong(done.group(1));
    return new Done(
        runs / Double.parseDouble(rate.group(1)), runs * requests, 0, Double.NaN, Double.NaN);
  }
}
