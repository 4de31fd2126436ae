package com.aipixels.engines;

import com.aipixels.webhooks.WebhookSignature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The secret that webhooks are signed with: the operator's, or else Replicate's own, asked for
/// when the first webhook comes and at most once a minute until it is known.
final class WebhookSecret {

  private static final Logger log = LoggerFactory.getLogger(WebhookSecret.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final ReplicateSettings settings;
  private final ReplicateApi api;
  private final InstantSource clock;
  private @Nullable WebhookSignature known;
  private Instant askAgain = Instant.MIN;

  WebhookSecret(ReplicateSettings settings, ReplicateApi api, InstantSource clock) {
    this.settings = settings;
    this.api = api;
    this.clock = clock;
    if (!settings.webhookSecret().isBlank()) {
      this.known = new WebhookSignature(settings.webhookSecret(), clock);
    }
  }

  /// Null while none is known, or none is expected: nobody was told where to send webhooks.
  synchronized @Nullable WebhookSignature signature() {
    Instant now = clock.instant();
    if (known == null && !settings.publicUrl().isEmpty() && !now.isBefore(askAgain)) {
      askAgain = now.plus(PAUSE);
      known = ask();
    }
    return known;
  }

  private @Nullable WebhookSignature ask() {
    if (api.get("/webhooks/default/secret") instanceof Reply.Answer answer && answer.ok()) {
      String key = answer.body().path("key").asString("");
      return key.isBlank() ? null : new WebhookSignature(key, clock);
    }
    log.warn("replicate: no webhook secret; polling goes on without webhooks");
    return null;
  }
}
