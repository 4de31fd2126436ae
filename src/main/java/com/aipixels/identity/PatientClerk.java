package com.aipixels.identity;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Clerk for those who have all night: one question after the other, slowly, and again where it
/// wants to be left in peace.
class PatientClerk {

  private static final Duration BETWEEN = Duration.ofMillis(200);

  /// Longer than Clerk is ever left in peace.
  private static final Duration AWAY = Duration.ofSeconds(35);

  private static final int MOST_ATTEMPTS = 5;

  private final ClerkApi clerk;
  private final Consumer<Duration> pause;

  PatientClerk(ClerkApi clerk, Consumer<Duration> pause) {
    this.clerk = clerk;
    this.pause = pause;
  }

  /// @throws ClerkAway when it stays away
  List<ClerkUser> users(List<UserId> ids) {
    return patiently(() -> clerk.users(ids));
  }

  /// @throws ClerkAway when it stays away
  boolean knows(UserId id) {
    return patiently(() -> clerk.knows(id));
  }

  private <T> T patiently(Supplier<T> question) {
    pause.accept(BETWEEN);
    for (int attempt = 1; ; attempt++) {
      try {
        return question.get();
      } catch (ClerkAway e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
        pause.accept(AWAY);
      }
    }
  }
}
