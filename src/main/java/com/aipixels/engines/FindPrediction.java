package com.aipixels.engines;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Looks for a submission whose answer was lost in Replicate's list of predictions.
final class FindPrediction {

  private static final Logger log = LoggerFactory.getLogger(FindPrediction.class);

  private static final int MOST_PAGES = 100;
  private static final Duration WHEN_UNLISTED = Duration.ofSeconds(2);
  private static final Duration WHEN_ENDLESS = Duration.ofSeconds(30);

  /// Replicate's clock and ours may differ by less than this.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final ReplicateApi api;
  private final PublishedSchema schema;
  private final Duration settling;
  private final InstantSource clock;

  /// @param settling how long a submission may be on its way, or missing from the list
  FindPrediction(ReplicateApi api, PublishedSchema schema, Duration settling, InstantSource clock) {
    this.api = api;
    this.schema = schema;
    this.settling = settling;
    this.clock = clock;
  }

  /// Missing is only said of a list that was read to its end after the settling time.
  Lookup find(EngineRequest request, Instant submittedAfter) {
    Duration unsettled = Duration.between(clock.instant(), submittedAfter.plus(settling));
    SentAs sentAs = new SentAs(request.id(), PredictionInput.of(request, schema.current()));
    String page = "/predictions?created_after=" + submittedAfter.minus(CLOCK_SKEW);
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      if (!(api.get(page) instanceof Reply.Answer answer && answer.ok())) {
        return new Lookup.Unavailable(WHEN_UNLISTED);
      }
      Optional<Lookup> settled = settled(sentAs, answer.body().path("results"));
      if (settled.isPresent()) {
        return settled.get();
      }
      page = answer.body().path("next").asString("");
      if (page.isEmpty()) {
        return unsettled.isPositive() ? new Lookup.Unavailable(unsettled) : new Lookup.Missing();
      }
    }
    return new Lookup.Unavailable(WHEN_ENDLESS);
  }

  private Optional<Lookup> settled(SentAs sentAs, JsonNode listed) {
    for (JsonNode candidate : listed.values()) {
      String id = new Prediction(candidate).id();
      if (sentAs.is(candidate) && Prediction.isReference(id)) {
        Lookup confirmed = confirmed(sentAs, id);
        if (!(confirmed instanceof Lookup.Missing)) {
          return Optional.of(confirmed);
        }
      }
    }
    return Optional.empty();
  }

  /// The list may leave out the webhook, which says whose a prediction is; the prediction itself
  /// may not.
  private Lookup confirmed(SentAs sentAs, String id) {
    if (!(api.get("/predictions/" + id) instanceof Reply.Answer answer && answer.ok())) {
      return new Lookup.Unavailable(WHEN_UNLISTED);
    }
    if (!sentAs.is(answer.body())) {
      return new Lookup.Missing();
    }
    log.info("replicate: generation {} found as {}", sentAs.generationId(), id);
    return new Lookup.Found(id);
  }
}
