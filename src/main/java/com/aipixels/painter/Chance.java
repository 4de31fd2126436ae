package com.aipixels.painter;

import java.util.List;
import java.util.SplittableRandom;

/// Seeded randomness. Every layer draws from a stream of its own name, so that one more layer does
/// not reshuffle the others.
final class Chance {

  private final long seed;
  private final SplittableRandom random;

  Chance(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  Chance stream(String name) {
    long mixed = (seed ^ name.hashCode()) * 0x9E3779B97F4A7C15L;
    return new Chance(mixed ^ (mixed >>> 29));
  }

  Noise noise() {
    return new Noise(random.nextInt());
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /// Around `middle`, mostly within `spread`, never outside it.
  double around(double middle, double spread) {
    return middle
        + spread * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) / 1.5;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean odds(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
