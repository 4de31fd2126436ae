package com.aipixels.engines;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
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

  private static final int LONGEST_BODY = 256 * 1024;

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
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      throw new Problem(ProblemCode.CONTENT_TOO_LARGE, "A webhook is at most 256 KiB.");
    }
    if (!signature.accepts(
        request.getHeader("webhook-id"),
        request.getHeader("webhook-timestamp"),
        request.getHeader("webhook-signature"),
        body)) {
      throw new Problem(ProblemCode.VALIDATION_FAILED, "The signature is not valid.");
    }
    events.publishEvent(new EngineNudged(generationId));
  }
}
