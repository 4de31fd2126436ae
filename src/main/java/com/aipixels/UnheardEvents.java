package com.aipixels;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells listeners again what a crash kept from them. They are idempotent, so another process doing
/// the same is harmless.
@Component
class UnheardEvents {

  private final IncompleteEventPublications publications;

  UnheardEvents(IncompleteEventPublications publications) {
    this.publications = publications;
  }

  @Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
  void tellAgain() {
    publications.resubmitIncompletePublicationsOlderThan(Duration.ofSeconds(30));
  }
}
