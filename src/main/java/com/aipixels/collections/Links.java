package com.aipixels.collections;

import java.util.Base64;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// Makes secrets that nobody guesses, short enough to be sent around.
@Component
class Links {

  private static final int BYTES = 18;

  private final RandomGenerator random;

  Links(RandomGenerator random) {
    this.random = random;
  }

  String next() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
