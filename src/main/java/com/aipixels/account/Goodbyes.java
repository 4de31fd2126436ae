package com.aipixels.account;

import com.aipixels.identity.Leavers;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Leaving with a time to think it over. In that time nobody sees anything of a member, and the
/// member may return; then everything of theirs is erased.
@Component
public class Goodbyes {

  /// For how long a request moves things out of sight, or back, before the rest is done behind it.
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final Steps steps;
  private final Leavers leavers;
  private final Withdrawer withdrawer;
  private final AccountSettings settings;
  private final InstantSource clock;

  Goodbyes(
      Steps steps,
      Leavers leavers,
      Withdrawer withdrawer,
      AccountSettings settings,
      InstantSource clock) {
    this.steps = steps;
    this.leavers = leavers;
    this.withdrawer = withdrawer;
    this.settings = settings;
    this.clock = clock;
  }

  /// How long whoever leaves may return.
  public Duration grace() {
    return settings.grace();
  }

  /// Lets a member go, and gives the time until which they may return; empty where they are erased
  /// at once.
  public Optional<Instant> leave(UserId member) {
    if (settings.grace().isZero()) {
      leaveNow(member);
      return Optional.empty();
    }
    Instant end = steps.leave(member, settings.grace());
    moveForAWhile(member);
    return Optional.of(end);
  }

  /// Lets a member go for good.
  public void leaveNow(UserId member) {
    steps.leaveNow(member);
  }

  /// Everything is again as it was; nothing happens to whoever is not leaving.
  public void comeBack(UserId member) {
    if (steps.comeBack(member)) {
      moveForAWhile(member);
    }
  }

  /// Until when the one who asks may return; null for whoever is not leaving.
  public @Nullable Instant leavesAt(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest() -> null;
      case Viewer.Member(UserId member) -> leavers.leavesAt(member).orElse(null);
    };
  }

  private void moveForAWhile(UserId member) {
    Instant end = clock.instant().plus(PATIENCE);
    while (withdrawer.move(member) && clock.instant().isBefore(end)) {
      // The next batch.
    }
  }
}
