import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// profile <data folder> [lane]: where the service's processor time goes while a lane is asked for:
/// each sample belongs to the library nearest to where it was taken. Kernel and native code count to
/// whoever called them.
final class Profile {

  private static final String RECORDING = "bench";
  private static final int SHOWN = 30;

  /// The first that fits the nearest frame that any of them fits.
  private static final Map<String, String> OWNERS = new LinkedHashMap<>();

  static {
    OWNERS.put("sun.nio.ch.", "sockets");
    OWNERS.put("org.postgresql.", "PostgreSQL's driver");
    OWNERS.put("com.zaxxer.hikari.", "Hikari");
    OWNERS.put("org.springframework.jdbc.", "Spring JDBC");
    OWNERS.put("org.springframework.transaction.", "Spring transactions");
    OWNERS.put("tools.jackson.", "Jackson");
    OWNERS.put("com.fasterxml.", "Jackson");
    OWNERS.put("com.aipixels.", "com.aipixels");
    OWNERS.put("io.micrometer.", "Micrometer");
    OWNERS.put("org.springframework.security.", "Spring Security");
    OWNERS.put("org.springframework.aop.", "Spring AOP");
    OWNERS.put("org.springframework.", "Spring MVC and core");
    OWNERS.put("org.apache.", "Tomcat");
    OWNERS.put("com.github.benmanes.", "Caffeine");
    OWNERS.put("java.lang.VirtualThread", "virtual threads");
    OWNERS.put("java.util.concurrent.ForkJoin", "virtual threads");
  }

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]).toAbsolutePath();
    String wanted = arguments.length > 1 ? arguments[1] : "feed";
    Path folder = Files.createDirectories(Versus.folder(Facts.of(data)));
    Path recording = folder.resolve(wanted + ".jfr");
    try (Arena arena = new Arena(data, false)) {
      Lane lane =
          Lane.all(arena.facts, arena.clerk, arena.firstPublic(), arena.lastPublic()).stream()
              .filter(one -> one.key().equals(wanted))
              .findFirst()
              .orElseThrow();
      Wrk wrk = new Wrk(folder, arena.service.port(), lane.service(), arena::token);
      wrk.run(Double.parseDouble(System.getProperty("bench.warmup", "60")));
      command(
          arena,
          "JFR.start",
          "name=" + RECORDING,
          "settings=none",
          "+jdk.CPUTimeSample#enabled=true",
          "+jdk.CPUTimeSample#throttle=2ms");
      Meter start = arena.meter();
      Load.Done done = wrk.run(2 * Duel.SECONDS);
      Meter spent = arena.meter().since(start);
      command(arena, "JFR.stop", "name=" + RECORDING, "filename=" + recording);
      System.out.printf(
          Locale.ROOT,
          "%s: %.0f/s, CPU %.0f µs of the service, %.0f of the database, %.0f of wrk%n",
          lane.title(),
          done.requests() / done.seconds(),
          spent.service() * 1e6 / done.requests(),
          spent.database() * 1e6 / done.requests(),
          spent.programs() * 1e6 / done.requests());
      tell(recording, spent.service() * 1e6 / done.requests());
    }
  }

  private static void command(Arena arena, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(arena.service.pid())));
    command.addAll(List.of(words));
    Programs.run(command);
  }

  private static void tell(Path recording, double micros) throws IOException {
    Map<String, Integer> owners = new HashMap<>();
    Map<String, Integer> leaves = new HashMap<>();
    Map<String, Integer> own = new HashMap<>();
    int all = 0;
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (!event.getEventType().getName().equals("jdk.CPUTimeSample")) {
          continue;
        }
        all++;
        if (event.getStackTrace() == null) {
          owners.merge("compilers, collectors, unknown", 1, Integer::sum);
          continue;
        }
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        owners.merge(owner(frames), 1, Integer::sum);
        leaves.merge(name(frames.getFirst()), 1, Integer::sum);
        frames.stream()
            .map(Profile::name)
            .filter(name -> name.startsWith("com.aipixels."))
            .distinct()
            .forEach(name -> own.merge(name, 1, Integer::sum));
      }
    }
    print("whose", owners, all, micros);
    print("where exactly", leaves, all, micros);
    print("below our own methods", own, all, micros);
  }

  private static String owner(List<RecordedFrame> frames) {
    for (RecordedFrame frame : frames) {
      String type = frame.getMethod().getType().getName();
      for (Map.Entry<String, String> owner : OWNERS.entrySet()) {
        if (type.startsWith(owner.getKey())) {
          return owner.getValue();
        }
      }
    }
    return "the JDK, for nobody we know";
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private static void print(String title, Map<String, Integer> counts, int all, double micros) {
    System.out.println("\n" + title);
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(one ->
            System.out.printf(
                Locale.ROOT,
                "%5.1f %%  %6.1f µs  %s%n",
                100.0 * one.getValue() / all,
                micros * one.getValue() / all,
                one.getKey()));
  }
}
