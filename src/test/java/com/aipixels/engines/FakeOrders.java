package com.aipixels.engines;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes requests for predictions: refuses them, starts them, or starts them and loses the answer.
final class FakeOrders {

  private final FakePredictions predictions;
  private final FakeWebhooks webhooks;
  private final MagicWords words;
  private final FakeKnobs knobs;
  private final FakeWire wire;
  private final InstantSource clock;
  private final String apiUrl;
  private final String filesUrl;

  FakeOrders(
      FakePredictions predictions,
      FakeWebhooks webhooks,
      MagicWords words,
      FakeKnobs knobs,
      FakeWire wire,
      InstantSource clock,
      String apiUrl,
      String filesUrl) {
    this.predictions = predictions;
    this.webhooks = webhooks;
    this.words = words;
    this.knobs = knobs;
    this.wire = wire;
    this.clock = clock;
    this.apiUrl = apiUrl;
    this.filesUrl = filesUrl;
  }

  String filesUrl() {
    return filesUrl;
  }

  private String deliveryUrl() {
    return knobs.deliveryUrl.isEmpty() ? filesUrl : knobs.deliveryUrl;
  }

  String apiUrl() {
    return apiUrl;
  }

  void take(HttpExchange exchange, Optional<FakeModel> model, JsonNode body) throws IOException {
    String key = FakePrediction.key(body);
    predictions.countPost(key, clock.instant());
    String prompt = body.at("/input/prompt").asString("");
    if (turnedAway(exchange, prompt, key)) {
      return;
    }
    if (model.isEmpty()) {
      boolean byVersion = body.has("version");
      refuse(exchange, byVersion ? "422-version" : "404");
      return;
    }
    Optional<JsonNode> invalid = model.get().refusal(body.path("input"));
    if (invalid.isPresent()) {
      wire.json(exchange, 422, invalid.get());
      return;
    }
    FakePrediction started = start(exchange, model.get(), body);
    byte[] answer = FakeModel.JSON.writeValueAsBytes(started.json(clock.instant()));
    if (words.say("lost-answer", prompt, key)) {
      exchange.close();
    } else if (words.say("cut-answer", prompt, key)) {
      wire.half(exchange, 201, answer);
    } else if (words.say("drip-answer", prompt, key)) {
      wire.drip(exchange);
    } else if (words.say("wrong-id-answer", prompt, key)) {
      ObjectNode wrong = started.json(clock.instant()).put("id", "a0000000000000000000000000");
      wire.json(exchange, 201, wrong);
    } else if (words.say("hang-answer", prompt, key)) {
      wire.hang(exchange);
    } else if (words.say("502-answer", prompt, key)) {
      wire.gateway(exchange);
    } else {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Location", apiUrl + "/predictions/" + started.id());
      wire.bytes(exchange, 201, answer);
    }
  }

  private boolean turnedAway(HttpExchange exchange, String prompt, String key) throws IOException {
    for (String word : FakeRefusals.WORDS) {
      if (words.say(word, prompt, key)) {
        refuse(exchange, word);
        return true;
      }
    }
    if (words.say("502", prompt, key)) {
      wire.gateway(exchange);
      return true;
    }
    if (words.say("hang", prompt, key)) {
      wire.hang(exchange);
      return true;
    }
    if (words.say("reset", prompt, key)) {
      exchange.close();
      return true;
    }
    return false;
  }

  private void refuse(HttpExchange exchange, String word) throws IOException {
    if (word.equals("429")) {
      exchange.getResponseHeaders().set("Retry-After", "7");
    }
    wire.json(exchange, FakeRefusals.status(word), FakeRefusals.body(word));
  }

  private FakePrediction start(HttpExchange exchange, FakeModel model, JsonNode body) {
    @Nullable Duration cancelAfter =
        duration(exchange.getRequestHeaders().getFirst("Cancel-After"));
    String format = body.at("/input/output_format").asString("png");
    Instant now = clock.instant();
    FakePrediction prediction =
        predictions.add(id ->
            new FakePrediction(
                new FakePrediction.Order(
                    id,
                    model,
                    body,
                    cancelAfter,
                    "%s/yhqm/%s/out-0.%s".formatted(deliveryUrl(), id, format),
                    apiUrl),
                knobs,
                words,
                now));
    if (!prediction.webhook().isEmpty()) {
      webhooks.announce(prediction);
    }
    return prediction;
  }

  private static @Nullable Duration duration(@Nullable String cancelAfter) {
    return cancelAfter == null ? null : Duration.parse("PT" + cancelAfter);
  }
}
