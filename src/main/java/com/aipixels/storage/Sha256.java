package com.aipixels.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digest that bytes are known by.
public final class Sha256 {

  private Sha256() {}

  /// A new one, of nothing yet.
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
