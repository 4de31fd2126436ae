package com.aipixels.generation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// The id of one request for a picture.
public record GenerationId(@JsonValue UUID value) {

  static GenerationId random(RandomGenerator random) {
    long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
    long variant2 = (random.nextLong() & ~(3L << 62)) | (2L << 62);
    return new GenerationId(new UUID(version4, variant2));
  }

  /// From an address.
  ///
  /// @throws IllegalArgumentException where it is no UUID
  public static GenerationId valueOf(String text) {
    return new GenerationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
