package com.aipixels.web;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// Keys that forms carry, so that one sent twice asks for one picture.
@Component
class OneTimeKeys {

  private final RandomGenerator random;

  OneTimeKeys(RandomGenerator random) {
    this.random = random;
  }

  String next() {
    byte[] key = new byte[16];
    random.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }
}
