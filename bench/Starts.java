import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How long it takes from the command to the first page, from the jar and from where the jar was
/// unpacked beside an AOT cache, in turns; and what it needs of memory when nobody asks for anything.
final class Starts {

  private static final int TIMES = Integer.getInteger("bench.starts", 5);
  private static final Path JAR = Path.of(System.getProperty("bench.jar"));
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final long REST_MILLIS = 10_000;

  private Starts() {}

  /// @param first milliseconds to the first page
  private record Start(double first, double service, double database) {}

  static void measure(Path data, Path folder) throws Exception {
    System.err.println("start");
    Map<String, List<String>> ways = new LinkedHashMap<>();
    ways.put("`java -jar aipixels.jar`", List.of("-jar", JAR.toString()));
    ways.put("unpacked, with an AOT cache", cached());
    Map<String, List<Start>> starts = new LinkedHashMap<>();
    for (int i = 0; i < TIMES; i++) {
      for (Map.Entry<String, List<String>> way : ways.entrySet()) {
        starts
            .computeIfAbsent(way.getKey(), _ -> new ArrayList<>())
            .add(start(data, way.getValue()));
      }
    }
    StringBuilder text = new StringBuilder();
    text.append(
        """
        ### Start

        %s, %s On the filled folder, the embedded database starts, too; %d starts of each in turns. Memory
        %d s later: resident of the service, and of all processes of the database with what they share counted once.

        | | first page after, ms | the slowest | service, MB | database, MB |
        |---|---:|---:|---:|---:|
        """
            .formatted(
                LocalDate.now(), Versus.conditions().get("machine"), TIMES, REST_MILLIS / 1000));
    starts.forEach((way, all) ->
        text.append(
            "| %s | %.0f | %.0f | %.0f | %.0f |\n"
                .formatted(
                    way,
                    Ratios.median(all.stream().mapToDouble(Start::first).toArray()),
                    all.stream().mapToDouble(Start::first).max().orElseThrow(),
                    Ratios.median(all.stream().mapToDouble(Start::service).toArray()),
                    Ratios.median(all.stream().mapToDouble(Start::database).toArray()))));
    Files.writeString(folder.resolve("start.md"), text);
  }

  private static Start start(Path data, List<String> arguments) throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    long begun = System.nanoTime();
    Process process = run(data, port, arguments);
    try {
      double first = firstPage(port, process, begun);
      Service.pause(REST_MILLIS);
      return new Start(
          first,
          Meter.resident(process.pid()),
          Meter.residentTree(Database.postmaster(data)));
    } finally {
      process.destroy();
      process.waitFor(2, TimeUnit.MINUTES);
    }
  }

  private static double firstPage(int port, Process process, long begun) throws IOException {
    while (process.isAlive() && System.nanoTime() - begun < 120_000_000_000L) {
      try (Http http = new Http(port)) {
        if (http.get("/api/v1/images", null) == 200) {
          return (System.nanoTime() - begun) / 1e6;
        }
      } catch (IOException _) {
        // not yet
      }
      Service.pause(5);
    }
    throw new IOException("It did not start");
  }

  private static Process run(Path data, int port, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("AIPIXELS_DATA", data.toString());
    builder.environment().put("SERVER_PORT", String.valueOf(port));
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("service.log").toFile()));
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process;
  }

  /// As an operator who is in a hurry installs it.
  private static List<String> cached() throws Exception {
    Path folder =
        JAR.resolveSibling("bench/installed-" + Files.getLastModifiedTime(JAR).toMillis());
    Path cache = folder.resolve("aipixels.aot");
    Path jar = folder.resolve("aipixels.jar");
    if (!Files.exists(cache)) {
      Programs.run(
          List.of(
              JAVA, "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--force",
              "--destination", folder.toString()));
      Process training =
          run(
              Files.createDirectories(folder.resolve("data")),
              0,
              List.of(
                  "-XX:AOTCacheOutput=" + cache,
                  "-Dspring.context.exit=onRefresh",
                  "-jar",
                  jar.toString()));
      if (training.waitFor() != 0 || !Files.exists(cache)) {
        throw new IOException("No AOT cache was made; see " + folder.resolve("data/service.log"));
      }
    }
    return List.of("-XX:AOTCache=" + cache, "-jar", jar.toString());
  }
}
