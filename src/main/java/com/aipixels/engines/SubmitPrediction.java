package com.aipixels.engines;

import com.aipixels.engines.EngineFailure.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Asks for a prediction, once. Replicate has no idempotency keys: whatever is not certainly
/// refused and not certainly unsent may have been started, and is paid for.
final class SubmitPrediction {

  private static final Logger log = LoggerFactory.getLogger(SubmitPrediction.class);

  private static final Duration WHEN_THROTTLED = Duration.ofSeconds(10);
  private static final Duration WHEN_CUT_OFF = Duration.ofSeconds(2);
  private static final Duration SHORTEST_DEADLINE = Duration.ofSeconds(5);
  private static final Duration LONGEST_DEADLINE = Duration.ofHours(24);

  private final ReplicateSettings settings;
  private final ReplicateModel model;
  private final ReplicateApi api;
  private final PublishedSchema schema;
  private final InstantSource clock;
  private final Pace pace;

  SubmitPrediction(
      ReplicateSettings settings,
      ReplicateModel model,
      ReplicateApi api,
      PublishedSchema schema,
      InstantSource clock) {
    this.settings = settings;
    this.model = model;
    this.api = api;
    this.schema = schema;
    this.clock = clock;
    this.pace = new Pace(settings.createsPerMinute());
  }

  Submission submit(EngineRequest request) {
    ObjectNode body = body(request);
    Instant now = clock.instant();
    Duration wait = pace.take(request.id(), now);
    if (!wait.isZero()) {
      return new Submission.Busy(wait);
    }
    String cancelAfter = cancelAfter(Duration.between(now, request.deadline()));
    return switch (api.post(model.predictionsPath(), body, cancelAfter)) {
      case Reply.Answer answer -> answered(request.id(), answer);
      case Reply.NotSent(String reason) -> busy(request.id(), WHEN_CUT_OFF, reason);
      case Reply.Lost(String reason) -> unclear(request.id(), reason);
    };
  }

  private ObjectNode body(EngineRequest request) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (model.version() != null) {
      body.put("version", model.version());
    }
    body.set("input", PredictionInput.of(request, schema.current()));
    if (!settings.publicUrl().isEmpty()) {
      body.put("webhook", settings.webhookFor(request.id()));
      body.putArray("webhook_events_filter").add("completed");
    }
    return body;
  }

  /// `1h30m45s`, so that nothing runs on that nobody waits for.
  private static String cancelAfter(Duration left) {
    long seconds =
        Math.clamp(left.toSeconds(), SHORTEST_DEADLINE.toSeconds(), LONGEST_DEADLINE.toSeconds());
    String iso = Duration.ofSeconds(seconds).toString();
    return iso.substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  private Submission answered(UUID generation, Reply.Answer answer) {
    if (answer.ok()) {
      return accepted(generation, new Prediction(answer.body()).id());
    }
    if (answer.status() == 408 || answer.status() >= 500) {
      return unclear(generation, answer.summary());
    }
    return switch (answer.status()) {
      case 409, 429 ->
          busy(
              generation,
              answer.retryAfter() == null ? WHEN_THROTTLED : answer.retryAfter(),
              answer.summary());
      case 400, 413, 422 -> {
        boolean version = answer.body().path("title").asString("").startsWith("Invalid version");
        yield refused(
            generation, version ? Reason.ENGINE_NOT_AVAILABLE : Reason.INVALID_INPUT, answer);
      }
      default -> refused(generation, Reason.ENGINE_NOT_AVAILABLE, answer);
    };
  }

  private static Submission accepted(UUID generation, String reference) {
    if (!Prediction.isReference(reference)) {
      return unclear(generation, "an answer without an identifier");
    }
    log.info("replicate: generation {} is prediction {}", generation, reference);
    return new Submission.Accepted(reference);
  }

  private Submission busy(UUID generation, Duration wait, String reason) {
    pace.rest(generation, clock.instant(), wait);
    log.warn("replicate: generation {} waits for {}: {}", generation, wait, reason);
    return new Submission.Busy(wait);
  }

  private static Submission refused(UUID generation, Reason reason, Reply.Answer answer) {
    log.warn("replicate: generation {} refused: {}", generation, answer.summary());
    return new Submission.Refused(new EngineFailure(reason, answer.summary()));
  }

  private static Submission unclear(UUID generation, String reason) {
    log.warn("replicate: generation {} may have arrived: {}", generation, reason);
    return new Submission.Unclear();
  }
}
