package com.aipixels.engines;

import com.aipixels.problems.Problem;
import com.aipixels.webhooks.Delivery;
import com.aipixels.webhooks.WebhookSignature;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Replicate's wake-up call. Its body is checked against the signature and then forgotten: what is
/// true is asked of Replicate with our own key.
@RestController
@ConditionalOnProperty(name = "aipixels.engine", havingValue = "replicate")
class ReplicateWebhookController {

  private final WebhookSecret secret;
  private final ApplicationEventPublisher events;

  ReplicateWebhookController(WebhookSecret secret, ApplicationEventPublisher events) {
    this.secret = secret;
    this.events = events;
  }

  @PostMapping("/webhooks/replicate/{generationId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void nudge(@PathVariable UUID generationId, HttpServletRequest request) throws IOException {
    WebhookSignature signature = secret.signature();
    if (signature == null) {
      throw Problem.notFound();
    }
    Delivery.of(request, signature, "webhook");
    events.publishEvent(new EngineNudged(generationId));
  }
}
