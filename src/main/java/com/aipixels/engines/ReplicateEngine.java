package com.aipixels.engines;

import com.aipixels.engines.EngineFailure.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures from models that Replicate runs. A reference is the prediction's identifier.
final class ReplicateEngine implements ImageEngine {

  private static final Logger log = LoggerFactory.getLogger(ReplicateEngine.class);

  private static final Duration SHORTLY = Duration.ofSeconds(2);
  private static final Duration UNTIL_REPAIRED = Duration.ofSeconds(30);

  /// Of the key, or of the moment; others are of the prediction itself.
  private static final Set<Integer> MAY_BE_HEARD_LATER = Set.of(401, 402, 403, 408, 429);

  private final ReplicateModel model;
  private final ReplicateApi api;
  private final PublishedSchema schema;
  private final SubmitPrediction submit;
  private final FindPrediction find;
  private final SafeDownload download;
  private final int parallelism;

  ReplicateEngine(
      ReplicateSettings settings, ReplicateApi api, SafeDownload download, InstantSource clock) {
    this.model = ReplicateModel.parse(settings.model());
    this.api = api;
    this.schema = new PublishedSchema(api, model, clock);
    this.submit = new SubmitPrediction(settings, model, api, schema, clock);
    this.find = new FindPrediction(api, schema, settings.settling(), clock);
    this.download = download;
    this.parallelism = settings.parallelism();
  }

  @Override
  public String name() {
    return "replicate";
  }

  /// Whether a negative prompt has an effect is known once the model's schema was fetched.
  @Override
  public EngineCapabilities capabilities() {
    boolean negativePrompt = schema.lastKnown().knows("negative_prompt");
    return new EngineCapabilities(model.name(), true, true, negativePrompt, false, parallelism);
  }

  @Override
  public Submission submit(EngineRequest request) {
    return submit.submit(request);
  }

  @Override
  public Lookup find(EngineRequest request, Instant submittedAfter) {
    return find.find(request, submittedAfter);
  }

  @Override
  public EngineResult poll(String reference, EngineRequest request) {
    if (!Prediction.isReference(reference)) {
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
        ? prediction.result(this::picture, model.name())
        : new EngineResult.Unavailable(SHORTLY);
  }

  private EngineResult.Picture picture(URI address) {
    return () -> download.bytes(address);
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

  @Override
  public boolean cancel(String reference) {
    if (!Prediction.isReference(reference)) {
      return true;
    }
    return switch (api.post("/predictions/" + reference + "/cancel")) {
      case Reply.Answer answer -> {
        log.info("replicate: prediction {} to be cancelled: {}", reference, answer.summary());
        yield answer.status() < 500 && !MAY_BE_HEARD_LATER.contains(answer.status());
      }
      case Reply.NotSent(String reason) -> notCancelled(reference, reason);
      case Reply.Lost(String reason) -> notCancelled(reference, reason);
    };
  }

  private static boolean notCancelled(String reference, String reason) {
    log.warn("replicate: prediction {} was not cancelled: {}", reference, reason);
    return false;
  }
}
