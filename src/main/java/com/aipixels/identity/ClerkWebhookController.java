package com.aipixels.identity;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import com.aipixels.webhooks.Delivery;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where Clerk sends its news. They carry addresses of machines and people, and are neither kept
/// nor logged.
@RestController
class ClerkWebhookController {

  private final ClerkSignature signature;
  private final ClerkNews news;
  private final JsonMapper json;

  ClerkWebhookController(ClerkSignature signature, ClerkNews news, JsonMapper json) {
    this.signature = signature;
    this.news = news;
    this.json = json;
  }

  @PostMapping("/webhooks/clerk")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void hear(HttpServletRequest request) throws IOException {
    Delivery delivery =
        Delivery.of(request, signature.known().orElseThrow(Problem::notFound), "svix", "webhook");
    try {
      news.hear(delivery.id(), json.readTree(delivery.body()));
    } catch (JacksonException e) {
      throw new Problem(ProblemCode.VALIDATION_FAILED, "The body is none of Clerk's.");
    }
  }
}
