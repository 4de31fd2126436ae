import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;

/// What a filled folder holds.
record Facts(String scale, long seed) {

  static Facts of(Path data) throws IOException {
    Path file = data.resolve("bench.properties");
    if (!Files.exists(file)) {
      throw new IllegalStateException(data + " was not filled: run fill first.");
    }
    Properties facts = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      facts.load(reader);
    }
    return new Facts(facts.getProperty("scale"), Long.parseLong(facts.getProperty("seed")));
  }

  long members() {
    return Math.round(200_000 * Double.parseDouble(scale));
  }

  long pictures() {
    return Math.round(1_000_000 * Double.parseDouble(scale));
  }

  /// On what, when and of which version something was measured.
  static String machine() {
    String cpu = lineOf("/proc/cpuinfo", "model name").replaceAll(".*:\\s*", "");
    long memory = Long.parseLong(lineOf("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) >> 20;
    return "%s, commit %s; %s, %d CPUs, %d GB, Linux %s, Java %s. Service, database and clients share the machine.\n"
        .formatted(
            LocalDate.now(),
            commit(),
            cpu,
            Runtime.getRuntime().availableProcessors(),
            memory,
            System.getProperty("os.version"),
            System.getProperty("java.version"));
  }

  private static String lineOf(String file, String start) {
    try {
      List<String> lines = Files.readAllLines(Path.of(file));
      return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElse("unknown 0");
    } catch (IOException e) {
      return "unknown 0";
    }
  }

  private static String commit() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(Path.of(System.getProperty("bench.jar")).getParent().getParent().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new String(git.getInputStream().readAllBytes()).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
