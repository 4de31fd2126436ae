import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the processors have done so far, in seconds. Trees of processes are counted with what their
/// ended children used, so that a connection which closes takes nothing along.
record Meter(
    double service,
    double database,
    double rival,
    double proxy,
    double programs,
    double busy,
    double stolen,
    double all) {

  private static final double TICKS = 100;

  /// @param trees the roots: of the service (alone), its database, the rival, the proxy; 0 where
  ///   there is none
  static Meter read(long service, long database, long rival, long proxy) {
    Map<Long, List<Long>> children = children();
    double programs = Stat.of(ProcessHandle.current().pid()).children();
    double[] machine = machine();
    return new Meter(
        Stat.of(service).own(),
        tree(database, children),
        tree(rival, children),
        tree(proxy, children),
        programs,
        machine[0],
        machine[1],
        machine[2]);
  }

  Meter since(Meter start) {
    return new Meter(
        service - start.service,
        database - start.database,
        rival - start.rival,
        proxy - start.proxy,
        programs - start.programs,
        busy - start.busy,
        stolen - start.stolen,
        all - start.all);
  }

  /// The share of the machine that went to other machines.
  double steal() {
    return stolen / all;
  }

  /// The share of the machine that went to programs that have no part in this.
  double foreign() {
    return Math.max(0, busy - service - database - rival - proxy - programs) / all;
  }

  private static double tree(long pid, Map<Long, List<Long>> children) {
    if (pid == 0) {
      return 0;
    }
    Stat stat = Stat.of(pid);
    return stat.own()
        + stat.children()
        + children.getOrDefault(pid, List.of()).stream()
            .mapToDouble(child -> tree(child, children))
            .sum();
  }

  private static Map<Long, List<Long>> children() {
    Map<Long, List<Long>> children = new HashMap<>();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      processes
          .map(folder -> folder.getFileName().toString())
          .filter(name -> Character.isDigit(name.charAt(0)))
          .map(Long::valueOf)
          .forEach(pid ->
              children.computeIfAbsent(Stat.of(pid).parent(), _ -> new ArrayList<>()).add(pid));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return children;
  }

  /// Time in processes, stolen time, all time; interrupts, which belong to nobody, only in the last.
  private static double[] machine() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
      String[] times = lines.findFirst().orElseThrow().split("\\s+");
      double sum = 0;
      for (int i = 1; i <= 8; i++) {
        sum += Double.parseDouble(times[i]);
      }
      double busy =
          Double.parseDouble(times[1]) + Double.parseDouble(times[2]) + Double.parseDouble(times[3]);
      return new double[] {busy / TICKS, Double.parseDouble(times[8]) / TICKS, sum / TICKS};
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Of one process.
  private record Stat(long parent, double own, double children) {

    static Stat of(long pid) {
      try {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new Stat(
            Long.parseLong(fields[1]),
            (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS,
            (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS);
      } catch (IOException _) {
        return new Stat(0, 0, 0);
      }
    }
  }

  /// What of a process and its children stands in memory, in MB; what they share counts once.
  static double residentTree(long pid) {
    return residentTree(pid, children());
  }

  private static double residentTree(long pid, Map<Long, List<Long>> children) {
    double own = 0;
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      own =
          lines
              .filter(line -> line.startsWith("Pss:"))
              .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
              .findFirst()
              .orElse(0);
    } catch (IOException | UncheckedIOException _) {
      // it has ended
    }
    return own
        + children.getOrDefault(pid, List.of()).stream()
            .mapToDouble(child -> residentTree(child, children))
            .sum();
  }

  /// What of a process stands in memory, in MB.
  static double resident(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      return 0;
    }
  }
}
