package com.aipixels.localclerk;

import java.util.random.RandomGenerator;

/// Ids of Clerk's form: a kind and 27 base-62 characters.
final class Ids {

  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final RandomGenerator random;

  Ids(RandomGenerator random) {
    this.random = random;
  }

  /// @param kind such as `user`
  String next(String kind) {
    StringBuilder id = new StringBuilder(kind).append('_');
    random.ints(27, 0, BASE62.length()).forEach(index -> id.append(BASE62.charAt(index)));
    return id.toString();
  }
}
