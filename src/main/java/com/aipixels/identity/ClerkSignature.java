package com.aipixels.identity;

import com.aipixels.webhooks.WebhookSignature;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What Clerk's webhooks are verified with: the stand-in's own signature, or else the operator's
/// secrets, if there are any.
@Component
class ClerkSignature {

  private final Optional<WebhookSignature> signature;

  ClerkSignature(
      IdentitySettings settings, Optional<WebhookSignature> standIn, InstantSource clock) {
    String secrets = settings.clerk().webhookSecret();
    this.signature =
        standIn.or(() ->
            secrets.isBlank()
                ? Optional.empty()
                : Optional.of(new WebhookSignature(secrets, clock)));
  }

  Optional<WebhookSignature> known() {
    return signature;
  }
}
