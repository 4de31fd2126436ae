package com.aipixels.engines;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What a model accepts: the `Input` of its own OpenAPI description.
record InputSchema(Map<String, Field> fields) {

  /// What every text-to-image model is expected to know, for when none describes itself.
  static final InputSchema MINIMAL =
      new InputSchema(
          Map.of(
              "prompt", new Field(List.of(), null, null, null),
              "seed", new Field(List.of(), null, null, null)));

  /// @param choices the allowed values, or empty when there is no such list
  record Field(
      List<JsonNode> choices,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      @Nullable BigDecimal multipleOf) {}

  /// Empty when the description has no `Input`.
  static Optional<InputSchema> of(JsonNode openapi) {
    JsonNode properties = openapi.at("/components/schemas/Input/properties");
    Map<String, Field> fields = new HashMap<>();
    properties
        .properties()
        .forEach(property -> fields.put(property.getKey(), field(property.getValue(), openapi)));
    return fields.isEmpty() ? Optional.empty() : Optional.of(new InputSchema(Map.copyOf(fields)));
  }

  boolean knows(String name) {
    return fields.containsKey(name);
  }

  /// Like the field, or one that allows everything.
  Field field(String name) {
    return fields.getOrDefault(name, new Field(List.of(), null, null, null));
  }

  private static Field field(JsonNode property, JsonNode openapi) {
    return new Field(
        choices(property, openapi),
        number(property.path("minimum")),
        number(property.path("maximum")),
        number(property.path("multipleOf")));
  }

  /// Enumerations stand in the property itself or behind a `$ref`, usually inside of `allOf`.
  private static List<JsonNode> choices(JsonNode property, JsonNode openapi) {
    if (property.path("enum").isArray()) {
      return List.copyOf(property.path("enum").values());
    }
    JsonNode target = reference(property.path("$ref").asString(""), openapi);
    for (JsonNode part : property.path("allOf").values()) {
      if (target.path("enum").isMissingNode()) {
        target = part.has("enum") ? part : reference(part.path("$ref").asString(""), openapi);
      }
    }
    return List.copyOf(target.path("enum").values());
  }

  private static JsonNode reference(String ref, JsonNode openapi) {
    return ref.startsWith("#/") ? openapi.at(ref.substring(1)) : MissingNode.getInstance();
  }

  private static @Nullable BigDecimal number(JsonNode node) {
    return node.isNumber() ? node.asDecimal() : null;
  }
}
