package com.aipixels.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// A line of the fault table: what was done how often, and how it ended.
///
/// @param fault its number in the fault book and what was done
/// @param trials in which the fault was seen to happen
/// @param violations of what must hold; 0 in `trials` proves a rate below 3 in `trials`, at 95 %
/// @param voids trials in which the fault did not happen: they prove nothing and do not count
/// @param recoveries how long it took until all was well again; empty where nothing has to recover
/// @param remark what else was counted
record Finding(
    String fault, int trials, int violations, int voids, List<Duration> recoveries, String remark) {

  private static final Path TABLE = Path.of("target", "faults", "table.md");

  /// Prints it and adds it to `target/faults/table.md`.
  void tell() {
    var bound =
        violations == 0 && trials > 0
            ? String.format(Locale.ROOT, "< %.3g", 3.0 / trials)
            : String.format(Locale.ROOT, "%d of %d", violations, trials);
    var line =
        "| %s | %d | %d | %s | %d | %s | %s |"
            .formatted(fault, trials, violations, bound, voids, spread(), remark);
    System.out.println(line);
    try {
      Files.createDirectories(TABLE.getParent());
      Files.writeString(TABLE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// p50 / p99 / longest in milliseconds.
  private String spread() {
    if (recoveries.isEmpty()) {
      return "–";
    }
    var sorted = recoveries.stream().map(Duration::toMillis).sorted().toList();
    return "%d / %d / %d ms".formatted(at(sorted, 0.5), at(sorted, 0.99), sorted.getLast());
  }

  private static long at(List<Long> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
