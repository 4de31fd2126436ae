import java.util.Locale;

/// What one of them did in one block, and what it cost.
///
/// @param app CPU seconds of whoever was measured, without its database
/// @param generator those of whoever asked; pgbench asks and answers itself
/// @param resident what of it stood in memory afterwards, in MB
record Block(
    int round,
    String who,
    double seconds,
    long requests,
    long errors,
    double app,
    double database,
    double generator,
    double steal,
    double foreign,
    double p50,
    double p99,
    double resident) {

  double rate() {
    return requests / seconds;
  }

  double appMicros() {
    return app * 1e6 / requests;
  }

  double databaseMicros() {
    return database * 1e6 / requests;
  }

  double generatorShare() {
    return generator / seconds / Runtime.getRuntime().availableProcessors();
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%d\t%s\t%.3f\t%d\t%d\t%.3f\t%.3f\t%.3f\t%.4f\t%.4f\t%.3f\t%.3f\t%.1f",
        round, who, seconds, requests, errors, app, database, generator, steal, foreign, p50, p99,
        resident);
  }

  static Block of(String line) {
    String[] f = line.split("\t");
    return new Block(
        Integer.parseInt(f[0]),
        f[1],
        Double.parseDouble(f[2]),
        Long.parseLong(f[3]),
        Long.parseLong(f[4]),
        Double.parseDouble(f[5]),
        Double.parseDouble(f[6]),
        Double.parseDouble(f[7]),
        Double.parseDouble(f[8]),
        Double.parseDouble(f[9]),
        Double.parseDouble(f[10]),
        Double.parseDouble(f[11]),
        Double.parseDouble(f[12]));
  }
}
