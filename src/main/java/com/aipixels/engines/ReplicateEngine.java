package com.aipixels.engines;

import com.aipixels.engines.EngineFailure.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Pictures from models that Replicate runs.
///
/// Replicate has no idempotency keys, so a prediction is asked for once and never again unless
/// nothing can have arrived. Its identifier is the reference.
final class ReplicateEngine implements ImageEngine {

  private static final Logger log = LoggerFactory.getLogger(ReplicateEngine.class);

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9]{1,64}");
  private static final int MOST_PAGES = 100;

  /// Replicate's clock and ours may differ by less than this.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Duration SHORTLY = Duration.ofSeconds(2);
  private static final Duration WHEN_THROTTLED = Duration.ofSeconds(10);
  private static final Duration UNTIL_REPAIRED = Duration.ofSeconds(30);

  private final ReplicateSettings settings;
  private final ReplicateModel model;
  private final ReplicateApi api;
  private final PublishedSchema schema;
  private final SafeDownload download;
  private final InstantSource clock;
  private final Pace pace;

  ReplicateEngine(
      ReplicateSettings settings, ReplicateApi api, SafeDownload download, InstantSource clock) {
    this.settings = settings;
    this.model = ReplicateModel.parse(settings.model());
    this.api = api;
    this.schema = new PublishedSchema(api, model, clock);
    this.download = download;
    this.clock = clock;
    this.pace = new Pace(settings.createsPerMinute());
  }

  @Override
  public String name() {
    return "replicate";
  }

  /// Whether a negative prompt has an effect is known once the model's schema was fetched.
  @Override
  public EngineCapabilities capabilities() {
    boolean negativePrompt = schema.lastKnown().knows("negative_prompt");
    return new EngineCapabilities(
        model.name(), true, true, negativePrompt, false, settings.parallelism());
  }

  @Override
  public Submission submit(EngineRequest request) {
    ObjectNode body = body(request);
    Instant now = clock.instant();
    Duration wait = pace.take(now);
    if (!wait.isZero()) {
      return new Submission.Busy(wait);
    }
    String cancelAfter = cancelAfter(Duration.between(now, request.deadline()));
    return switch (api.post(model.predictionsPath(), body, cancelAfter)) {
      case Reply.Answer answer -> submitted(request.id(), answer);
      case Reply.NotSent(String reason) -> {
        log.warn("replicate: generation {} not sent: {}", request.id(), reason);
        yield new Submission.Busy(SHORTLY);
      }
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

  /// Replicate's own deadline, at least its least, so that nothing runs on that nobody waits for.
  private static String cancelAfter(Duration left) {
    long seconds = Math.clamp(left.toSeconds(), 5, Duration.ofHours(24).toSeconds());
    String iso = Duration.ofSeconds(seconds).toString();
    return iso.substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  private Submission submitted(UUID generation, Reply.Answer answer) {
    if (answer.ok()) {
      return accepted(generation, new Prediction(answer.body()).id());
    }
    if (answer.status() == 408 || answer.status() >= 500) {
      return unclear(generation, answer.summary());
    }
    return switch (answer.status()) {
      case 409, 429 -> {
        Duration wait = answer.retryAfter() == null ? WHEN_THROTTLED : answer.retryAfter();
        pace.rest(clock.instant().plus(wait));
        log.warn("replicate: busy for {}: {}", wait, answer.summary());
        yield new Submission.Busy(wait);
      }
      case 400, 413, 422 -> {
        boolean version = answer.body().path("title").asString("").startsWith("Invalid version");
        yield refused(
            generation, version ? Reason.ENGINE_NOT_AVAILABLE : Reason.INVALID_INPUT, answer);
      }
      default -> refused(generation, Reason.ENGINE_NOT_AVAILABLE, answer);
    };
  }

  private static Submission accepted(UUID generation, String reference) {
    if (!REFERENCE.matcher(reference).matches()) {
      return unclear(generation, "an answer without an identifier");
    }
    log.info("replicate: generation {} is prediction {}", generation, reference);
    return new Submission.Accepted(reference);
  }

  private static Submission refused(UUID generation, Reason reason, Reply.Answer answer) {
    log.warn("replicate: generation {} refused: {}", generation, answer.summary());
    return new Submission.Refused(new EngineFailure(reason, answer.summary()));
  }

  private static Submission unclear(UUID generation, String reason) {
    log.warn("replicate: generation {} may have arrived: {}", generation, reason);
    return new Submission.Unclear();
  }

  /// A submission may still be on its way, or be missing from the list for a moment, so it is not
  /// called missing before the settling time is over.
  @Override
  public Lookup find(EngineRequest request, Instant submittedAfter) {
    Instant since = submittedAfter.minus(CLOCK_SKEW);
    SentAs sentAs = new SentAs(request.id(), body(request).path("input"));
    String page = "/predictions?created_after=" + since;
    for (int pages = 0; pages < MOST_PAGES && !page.isEmpty(); pages++) {
      if (!(api.get(page) instanceof Reply.Answer answer && answer.ok())) {
        return new Lookup.Unavailable(SHORTLY);
      }
      List<JsonNode> listed = List.copyOf(answer.body().path("results").values());
      Optional<Prediction> found =
          listed.stream().filter(sentAs::is).map(Prediction::new).findFirst();
      if (found.isPresent()) {
        log.info("replicate: generation {} found as {}", request.id(), found.get().id());
        return new Lookup.Found(found.get().id());
      }
      page = answer.body().path("next").asString("");
    }
    Duration unsettled =
        Duration.between(clock.instant(), submittedAfter.plus(settings.settling()));
    if (unsettled.isPositive()) {
      return new Lookup.Unavailable(unsettled);
    }
    return page.isEmpty() ? new Lookup.Missing() : new Lookup.Unavailable(UNTIL_REPAIRED);
  }

  @Override
  public EngineResult poll(String reference, EngineRequest request) {
    if (!REFERENCE.matcher(reference).matches()) {
      return new EngineResult.Failed(
          new EngineFailure(Reason.ENGINE_FAILED, "the reference is none of Replicate's"));
    }
    return switch (api.get("/predictions/" + reference)) {
      case Reply.Answer answer when answer.ok() -> told(reference, new Prediction(answer.body()));
      case Reply.Answer answer -> untold(reference, answer);
      case Reply.NotSent _, Reply.Lost _ -> new EngineResult.Unavailable(SHORTLY);
    };
  }

  private EngineResult told(String reference, Prediction prediction) {
    return prediction.id().equals(reference)
        ? prediction.result(this::picture)
        : new EngineResult.Unavailable(SHORTLY);
  }

  /// A key that stopped working is the operator's to repair: the picture is paid for, so it is
  /// waited for until the caller's deadline.
  private static EngineResult untold(String reference, Reply.Answer answer) {
    log.warn("replicate: prediction {}: {}", reference, answer.summary());
    return switch (answer.status()) {
      case 404, 410 ->
          new EngineResult.Failed(new EngineFailure(Reason.ENGINE_FAILED, answer.summary()));
      case 401, 402, 403 -> new EngineResult.Unavailable(UNTIL_REPAIRED);
      default ->
          new EngineResult.Unavailable(answer.retryAfter() == null ? SHORTLY : answer.retryAfter());
    };
  }

  private EngineResult.Picture picture(URI address) {
    return () -> download.bytes(address);
  }

  @Override
  public void cancel(String reference) {
    if (!REFERENCE.matcher(reference).matches()) {
      return;
    }
    Reply reply = api.post("/predictions/" + reference + "/cancel");
    if (!(reply instanceof Reply.Answer answer && answer.ok())) {
      log.warn("replicate: prediction {} was not cancelled: {}", reference, summary(reply));
    }
  }

  private static String summary(Reply reply) {
    return switch (reply) {
      case Reply.Answer answer -> answer.summary();
      case Reply.NotSent(String reason) -> reason;
      case Reply.Lost(String reason) -> reason;
    };
  }
}
