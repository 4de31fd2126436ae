import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Requests one after the other on each of some kept-alive connections, by `wrk`, which spends less
/// than anything written in Java would. A run begins somewhere in the list and goes on in its order.
final class Wrk implements Load {

  static final int CONNECTIONS = Integer.getInteger("bench.connections", 16);

  private static final String SCRIPT =
      """
      local requests = {}
      local at = 0
      function init(args)
        for line in io.lines(args[1]) do
          local method, path, token = line:match("^(%S+) (%S+) (%S+)$")
          local headers = {}
          if token ~= "-" then headers["Authorization"] = "Bearer " .. token end
          requests[#requests + 1] = wrk.format(method, path, headers, method ~= "GET" and "" or nil)
        end
        at = tonumber(args[2])
      end
      function request()
        at = at % #requests + 1
        return requests[at]
      end
      """;
  private static final Pattern DONE = Pattern.compile("(\\d+) requests in ([0-9.]+)(ms|s|m)");
  private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern BROKEN =
      Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

  private final int port;
  private final int size;
  private final Path script;
  private final Path requests;
  private final Random start = new Random(1);

  Wrk(Path folder, int port, List<Ask> asks, LongFunction<String> tokens) throws IOException {
    this.port = port;
    this.size = asks.size();
    this.script = Files.writeString(Files.createTempFile(folder, "wrk", ".lua"), SCRIPT);
    StringBuilder lines = new StringBuilder();
    for (Ask ask : asks) {
      String token = ask.member() == 0 ? "-" : tokens.apply(ask.member());
      lines.append(ask.method()).append(' ').append(ask.path()).append(' ').append(token);
      lines.append('\n');
    }
    this.requests = Files.writeString(Files.createTempFile(folder, "wrk", ".txt"), lines);
  }

  @Override
  public Done run(double seconds) throws IOException {
    String text =
        Programs.run(
            List.of(
                "wrk",
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + Math.max(1, Math.round(seconds)) + "s",
                "--latency",
                "-s",
                script.toString(),
                "http://127.0.0.1:" + port,
                "--",
                requests.toString(),
                String.valueOf(start.nextInt(size))));
    Matcher done = DONE.matcher(text);
    if (!done.find()) {
      throw new IOException("wrk said: " + text);
    }
    long errors = 0;
    Matcher refused = REFUSED.matcher(text);
    if (refused.find()) {
      errors += Long.parseLong(refused.group(1));
    }
    Matcher broken = BROKEN.matcher(text);
    if (broken.find()) {
      for (int i = 1; i <= 4; i++) {
        errors += Long.parseLong(broken.group(i));
      }
    }
    return new Done(
        millis(done.group(2), done.group(3)) / 1000,
        Long.parseLong(done.group(1)),
        errors,
        percentile(text, "50%"),
        percentile(text, "99%"));
  }

  private static double percentile(String text, String share) {
    Matcher found = Pattern.compile(share + "\\s+([0-9.]+)(us|ms|s|m)\\b").matcher(text);
    return found.find() ? millis(found.group(1), found.group(2)) : Double.NaN;
  }

  private static double millis(String value, String unit) {
    double factor =
        switch (unit) {
          case "us" -> 0.001;
          case "ms" -> 1;
          case "s" -> 1_000;
          default -> 60_000;
        };
    return Double.parseDouble(value) * factor;
  }
}
