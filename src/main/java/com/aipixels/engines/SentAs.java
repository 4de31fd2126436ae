package com.aipixels.engines;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// How a request looks in Replicate's list of predictions.
///
/// A webhook address carries the generation's id and settles it. Without one, prompt and seed must
/// both be equal; for a model that takes no seed nothing short of a webhook is proof.
record SentAs(UUID generationId, JsonNode input) {

  boolean is(JsonNode prediction) {
    String webhook = prediction.path("webhook").asString("");
    if (!webhook.isEmpty()) {
      return webhook.endsWith("/" + generationId);
    }
    JsonNode sent = prediction.path("input");
    return input.path("seed").isIntegralNumber()
        && sent.path("seed").isIntegralNumber()
        && sent.path("seed").asLong() == input.path("seed").asLong()
        && sent.path("prompt").equals(input.path("prompt"));
  }
}
