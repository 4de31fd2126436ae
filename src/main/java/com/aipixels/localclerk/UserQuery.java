package com.aipixels.localclerk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which users are asked for, as in Clerk's `GET /users`; what is empty does not narrow.
record UserQuery(List<String> ids, List<String> usernames, String text) {

  private static final int MOST_VALUES = 100;

  UserQuery {
    refuseMany("user_id", ids);
    refuseMany("username", usernames);
  }

  /// Newest first, as Clerk does.
  Stream<LocalUser> among(List<LocalUser> users) {
    Set<String> wanted = new HashSet<>(ids);
    return users.reversed().stream()
        .filter(user -> wanted.isEmpty() || wanted.contains(user.id()))
        .filter(user -> usernames.isEmpty() || usernames.contains(user.username()))
        .filter(user -> user.matches(text));
  }

  private static void refuseMany(String parameter, List<String> values) {
    if (values.size() > MOST_VALUES) {
      throw ClerkRefusal.invalid(parameter, parameter + " may be given 100 times at most.");
    }
  }
}
