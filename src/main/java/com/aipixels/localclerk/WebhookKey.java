package com.aipixels.localclerk;

import java.util.Base64;
import java.util.random.RandomGenerator;

/// The secret that the stand-in signs webhooks with, made once and kept.
final class WebhookKey {

  private static final int BYTES = 32;

  private WebhookKey() {}

  static String in(PrivateFile file, RandomGenerator random) {
    return file.read().orElseGet(() -> made(file, random));
  }

  private static String made(PrivateFile file, RandomGenerator random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    String secret = "whsec_" + Base64.getEncoder().encodeToString(key);
    file.write(secret);
    return secret;
  }
}
