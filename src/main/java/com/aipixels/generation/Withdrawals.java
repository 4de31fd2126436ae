package com.aipixels.generation;

import com.aipixels.engines.ImageEngine;
import com.aipixels.engines.Lookup;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells the engine that a picture is not wanted any more. Whoever works on it does so at once;
/// what they could not tell, because they died or the engine was away, is told later, until the
/// deadline that the engine was given.
@Component
class Withdrawals {

  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final int AT_ONCE = 20;

  private final WithdrawalTable table;
  private final ImageEngine engine;

  Withdrawals(WithdrawalTable table, ImageEngine engine) {
    this.table = table;
    this.engine = engine;
  }

  void withdraw(GenerationId id, String reference) {
    if (engine.cancel(reference)) {
      table.withdrawn(id);
    }
  }

  @Scheduled(initialDelay = 3, fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
  void withdrawForgotten() {
    table.take(GRACE, PAUSE, AT_ONCE).forEach(this::withdraw);
  }

  private void withdraw(Claim claim) {
    if (!claim.engine().equals(engine.name())) {
      table.withdrawn(claim.id());
    } else if (claim.engineReference() != null) {
      withdraw(claim.id(), claim.engineReference());
    } else {
      switch (engine.find(claim.engineRequest(), Objects.requireNonNull(claim.submittedAt()))) {
        case Lookup.Found(String reference) -> withdraw(claim.id(), reference);
        case Lookup.Missing() -> table.withdrawn(claim.id());
        case Lookup.Unavailable _ -> {}
      }
    }
  }
}
