package com.aipixels.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Clerk's public key of an instance: `pk_live_` or `pk_test_` and its frontend host, in Base64.
record PublishableKey(String value) {

  PublishableKey {
    if (!value.matches("pk_(test|live)_[^_]+") || !decoded(value).matches("[^$]+\\.[^$]*\\$")) {
      throw new IllegalArgumentException("CLERK_PUBLISHABLE_KEY is not a key of Clerk's");
    }
  }

  /// The host of the frontend API, with its port if it has one.
  String frontendHost() {
    String host = decoded(value);
    return host.substring(0, host.length() - 1);
  }

  /// What Clerk's browser library appends to the cookies of this instance.
  String cookieSuffix() {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      byte[] hash = sha1.digest(value.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(hash).substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-1", e);
    }
  }

  private static String decoded(String value) {
    byte[] bytes = Base64.getDecoder().decode(value.substring(value.lastIndexOf('_') + 1));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
