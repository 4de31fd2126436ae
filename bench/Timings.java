import java.util.Arrays;
import java.util.Locale;

/// How long things took, all of them kept; for use by many threads.
final class Timings {

  private long[] nanos = new long[4096];
  private int count;

  synchronized void add(long nanosTaken) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = nanosTaken;
  }

  synchronized int count() {
    return count;
  }

  /// In milliseconds; NaN where nothing was timed.
  synchronized double percentile(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[
            (int)
                Math.min(
                    count - 1, Math.ceil(share * count) - 1 < 0 ? 0 : Math.ceil(share * count) - 1)]
        / 1e6;
  }

  /// Such as `1.84 / 3.10`: half of them, and all but one in a hundred, took no longer.
  String text() {
    return count() == 0
        ? "–"
        : "%s / %s".formatted(millis(percentile(0.5)), millis(percentile(0.99)));
  }

  static String millis(double millis) {
    return Double.isNaN(millis)
        ? "–"
        : String.format(Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%.0f", millis);
  }
}
