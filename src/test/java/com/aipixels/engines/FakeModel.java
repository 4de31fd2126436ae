package com.aipixels.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A model of the fake, which checks input against its schema as Replicate does.
record FakeModel(JsonNode json) {

  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /// Every model there is.
  static List<FakeModel> all() {
    try (InputStream models = FakeModel.class.getResourceAsStream("fake-models.json")) {
      return JSON.readTree(Objects.requireNonNull(models))
          .valueStream()
          .map(FakeModel::new)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  String name() {
    return json.path("owner").asString() + "/" + json.path("name").asString();
  }

  String version() {
    return json.path("version").asString();
  }

  boolean official() {
    return json.path("official").asBoolean();
  }

  boolean severalOutputs() {
    return json.at("/openapi_schema/components/schemas/Output/type").asString().equals("array");
  }

  ObjectNode described() {
    ObjectNode model = JsonNodeFactory.instance.objectNode();
    model.put("url", "https://replicate.com/" + name());
    model.set("owner", json.path("owner"));
    model.set("name", json.path("name"));
    model.put("visibility", "public");
    model.set("latest_version", versionDescribed());
    return model;
  }

  ObjectNode versionDescribed() {
    ObjectNode version = JsonNodeFactory.instance.objectNode();
    version.put("id", version());
    version.put("created_at", "2024-08-01T00:00:00.000000Z");
    version.put("cog_version", "0.9.9");
    version.set("openapi_schema", json.path("openapi_schema"));
    return version;
  }

  /// The body of a 422, or empty when the input is acceptable.
  Optional<JsonNode> refusal(JsonNode input) {
    JsonNode schema = json.at("/openapi_schema/components/schemas/Input");
    List<ObjectNode> invalid = new ArrayList<>();
    for (JsonNode required : schema.path("required").values()) {
      if (!input.has(required.asString())) {
        invalid.add(invalid("required", "input", required.asString() + " is required"));
      }
    }
    input
        .properties()
        .forEach(field -> {
          JsonNode rule = schema.path("properties").path(field.getKey());
          breach(field.getKey(), field.getValue(), rule).ifPresent(invalid::add);
        });
    return invalid.isEmpty() ? Optional.empty() : Optional.of(refusal(invalid));
  }

  private Optional<ObjectNode> breach(String name, JsonNode value, JsonNode rule) {
    String field = "input." + name;
    if (rule.isMissingNode()) {
      return Optional.of(
          invalid(
              "additional_property_not_allowed",
              "input",
              "Additional property " + name + " is not allowed"));
    }
    String type = rule.path("type").asString("");
    if ((type.equals("integer") && !value.isIntegralNumber())
        || (type.equals("string") && !value.isString())) {
      return Optional.of(invalid("invalid_type", field, "Invalid type. Expected: " + type));
    }
    if (rule.has("minimum") && value.asDouble() < rule.path("minimum").asDouble()) {
      return Optional.of(
          invalid(
              "number_gte",
              field,
              "Must be greater than or equal to " + rule.path("minimum").asString()));
    }
    if (rule.has("maximum") && value.asDouble() > rule.path("maximum").asDouble()) {
      return Optional.of(
          invalid(
              "number_lte",
              field,
              "Must be less than or equal to " + rule.path("maximum").asString()));
    }
    List<String> choices = choices(rule);
    return choices.isEmpty() || choices.contains(value.asString())
        ? Optional.empty()
        : Optional.of(
            invalid(
                "enum", field, "%s must be one of the following: %s".formatted(field, choices)));
  }

  private List<String> choices(JsonNode rule) {
    String ref = rule.path("$ref").asString(rule.at("/allOf/0/$ref").asString(""));
    JsonNode target = ref.isEmpty() ? rule : json.path("openapi_schema").at(ref.substring(1));
    return target.path("enum").valueStream().map(JsonNode::asString).toList();
  }

  private static ObjectNode invalid(String type, String field, String description) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    return entry.put("type", type).put("field", field).put("description", description);
  }

  private static JsonNode refusal(List<ObjectNode> invalid) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    StringBuilder detail = new StringBuilder();
    invalid.forEach(entry ->
        detail.append(
            "- %s: %s\n"
                .formatted(entry.path("field").asString(), entry.path("description").asString())));
    body.put("detail", detail.toString());
    body.put("status", 422);
    body.put("title", "Input validation failed");
    body.putArray("invalid_fields").addAll(invalid);
    return body;
  }
}
