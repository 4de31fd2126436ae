package com.aipixels.generation;

import com.aipixels.engines.EngineRequest;
import com.aipixels.engines.ImageEngine;
import com.aipixels.engines.Lookup;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells the engine that a picture is not wanted any more. Whoever works on it does so at once;
/// what they could not tell, because they died or the engine was away, is told later, until the
/// deadline that the engine was given.
@Component
class EngineCancellations {

  private static final Logger log = LoggerFactory.getLogger(EngineCancellations.class);

  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 20;

  private final EngineCancellationTable table;
  private final ImageEngine engine;

  EngineCancellations(EngineCancellationTable table, ImageEngine engine) {
    this.table = table;
    this.engine = engine;
  }

  void cancel(GenerationId id, String reference) {
    if (engine.cancel(reference)) {
      table.told(id);
    }
  }

  /// At a fixed rate, which gives each run a thread of its own: an engine may let this wait, and
  /// others must not wait for it. What one run has taken no other takes for the time of the pause.
  @Scheduled(initialDelay = 3, fixedRate = 3, timeUnit = TimeUnit.SECONDS)
  void cancelForgotten() {
    table.take(GRACE, PAUSE, AT_ONCE).forEach(this::cancel);
  }

  private void cancel(Claim claim) {
    if (!claim.engine().equals(engine.name())) {
      table.told(claim.id());
    } else if (claim.engineReference() != null) {
      cancel(claim.id(), claim.engineReference());
    } else {
      // Nothing is ever submitted without these.
      EngineRequest request = claim.engineRequest(Objects.requireNonNull(claim.translatedPrompt()));
      switch (engine.find(request, Objects.requireNonNull(claim.submittedAt()))) {
        case Lookup.Found(String reference) -> cancel(claim.id(), reference);
        case Lookup.Missing() -> table.told(claim.id());
        case Lookup.Unavailable _ -> log.info("{} is looked for later", claim.id());
      }
    }
  }
}
