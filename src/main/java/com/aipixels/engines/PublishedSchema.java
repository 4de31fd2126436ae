package com.aipixels.engines;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The model's own input schema: asked for when first needed, kept for hours. Where it cannot be
/// had, the minimal one is used and asking again waits a minute.
final class PublishedSchema {

  private static final Logger log = LoggerFactory.getLogger(PublishedSchema.class);
  private static final Duration KEPT = Duration.ofHours(6);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final ReplicateApi api;
  private final ReplicateModel model;
  private final InstantSource clock;
  private volatile Known known = new Known(InputSchema.MINIMAL, Instant.MIN);

  private record Known(InputSchema schema, Instant until) {}

  PublishedSchema(ReplicateApi api, ReplicateModel model, InstantSource clock) {
    this.api = api;
    this.model = model;
    this.clock = clock;
  }

  /// May ask the network.
  InputSchema current() {
    Instant now = clock.instant();
    if (now.isBefore(known.until())) {
      return known.schema();
    }
    Optional<InputSchema> fetched = fetch();
    known =
        fetched
            .map(schema -> new Known(schema, now.plus(KEPT)))
            .orElseGet(() -> new Known(known.schema(), now.plus(PAUSE)));
    return known.schema();
  }

  /// Never asks the network.
  InputSchema lastKnown() {
    return known.schema();
  }

  private Optional<InputSchema> fetch() {
    if (model.schemaPath() == null) {
      return Optional.empty();
    }
    JsonNode described = describe(model.schemaPath());
    JsonNode release = described.path("current_release");
    if (release.isObject()) {
      described =
          describe(
              "/models/%s/versions/%s"
                  .formatted(
                      release.path("model").asString(""), release.path("version").asString("")));
    }
    JsonNode latest = described.at("/latest_version/openapi_schema");
    Optional<InputSchema> schema =
        InputSchema.of(latest.isMissingNode() ? described.path("openapi_schema") : latest);
    if (schema.isEmpty()) {
      log.warn("replicate: no input schema of {}; sending prompt and seed only", model.name());
    }
    return schema;
  }

  private JsonNode describe(String path) {
    return switch (api.get(path)) {
      case Reply.Answer answer when answer.ok() -> answer.body();
      case Reply.Answer _, Reply.NotSent _, Reply.Lost _ -> MissingNode.getInstance();
    };
  }
}
