import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Ratios of pairs: their median, and an interval that holds it in 95 of 100 resamplings.
record Ratios(double median, double low, double high, int pairs) {

  private static final int RESAMPLINGS = 10_000;

  static Ratios of(List<Double> pairs) {
    double[] all = pairs.stream().mapToDouble(Double::doubleValue).toArray();
    Random random = new Random(1);
    double[] medians = new double[RESAMPLINGS];
    double[] drawn = new double[all.length];
    for (int i = 0; i < RESAMPLINGS; i++) {
      for (int j = 0; j < drawn.length; j++) {
        drawn[j] = all[random.nextInt(all.length)];
      }
      medians[i] = median(drawn);
    }
    Arrays.sort(medians);
    return new Ratios(
        median(all),
        medians[(int) (0.025 * RESAMPLINGS)],
        medians[(int) (0.975 * RESAMPLINGS) - 1],
        all.length);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /// Whether two who are the same were measured as the same.
  boolean controls() {
    return low <= 1 && high >= 1 && low >= 0.97 && high <= 1.03;
  }

  String text() {
    return "%s [%s, %s]".formatted(number(median), number(low), number(high));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }
}
