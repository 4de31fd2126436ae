package com.aipixels.limits;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/// So many times in so much time, written `30/1m`. What was used comes back evenly, not all at
/// once.
record Rate(int times, Duration period) {

  Rate {
    if (times < 1 || period.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("A rate is at least once in at least a millisecond");
    }
  }

  /// What Spring looks for to read a setting.
  public static Rate valueOf(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("A rate is a number and a period, such as 30/1m");
    }
    return new Rate(
        Integer.parseInt(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
  }

  Rate of(int many) {
    return new Rate(Math.multiplyExact(times, many), period);
  }

  Bandwidth bandwidth() {
    return Bandwidth.builder().capacity(times).refillGreedy(times, period).build();
  }
}
