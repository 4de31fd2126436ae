package com.aipixels.provenance;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How a picture looks, in 256 bits: of which waves it has more than of the median one. Pictures
/// that look the same differ in few bits, others in about half of them.
record Look(BitSet bits) {

  private static final int SIZE = Waves.SLOWEST * Waves.SLOWEST;

  /// Waves of like speed stand together: the slower a part's are, the less is changed in it.
  private static final int PART = 4;

  private static final int PARTS = Waves.SLOWEST / PART;

  static Look of(double[][] cells) {
    double[] waves = Waves.in(cells);
    double[] sorted = waves.clone();
    Arrays.sort(sorted);
    double median = (sorted[SIZE / 2 - 1] + sorted[SIZE / 2]) / 2;
    return new Look(
        IntStream.range(0, SIZE)
            .filter(n -> waves[n] > median)
            .collect(BitSet::new, BitSet::set, BitSet::or));
  }

  /// As PostgreSQL writes a `bit(256)`.
  String text() {
    return IntStream.range(0, SIZE)
        .mapToObj(n -> bits.get(n) ? "1" : "0")
        .collect(Collectors.joining());
  }

  /// The sixteen bits of each of the sixteen parts, with the part's number above them.
  List<Integer> parts() {
    return IntStream.range(0, PARTS * PARTS).mapToObj(this::part).toList();
  }

  private int part(int number) {
    int corner = (number / PARTS * Waves.SLOWEST + number % PARTS) * PART;
    return IntStream.range(0, PART * PART)
        .map(n -> bits.get(corner + n / PART * Waves.SLOWEST + n % PART) ? 1 : 0)
        .reduce(number, (value, bit) -> value << 1 | bit);
  }
}
