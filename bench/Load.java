import java.io.IOException;

/// Something that is kept busy for a while.
interface Load {

  /// How much was done, how much of it went wrong, and how long it took in milliseconds (NaN where
  /// nobody looked).
  record Done(double seconds, long requests, long errors, double p50, double p99) {}

  Done run(double seconds) throws IOException;
}
