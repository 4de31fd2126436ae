package com.aipixels.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A call as the service's own OpenAPI document describes it.
///
/// @param bodies schemas of what may be sent, by media type
/// @param statuses that the document speaks of
record Operation(
    String method,
    String path,
    List<Parameter> parameters,
    Map<String, JsonNode> bodies,
    Set<Integer> statuses) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// @param place `path`, `query` or `header`
  record Parameter(String name, String place, JsonNode schema) {}

  static List<Operation> of(String document) {
    var api = JSON.readTree(document);
    var operations = new ArrayList<Operation>();
    api.get("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) ->
                operations.add(of(api, method.toUpperCase(Locale.ROOT), path, operation))));
    return operations;
  }

  private static Operation of(JsonNode api, String method, String path, JsonNode operation) {
    var parameters =
        operation
            .path("parameters")
            .valueStream()
            .map(one ->
                new Parameter(
                    one.get("name").asString(),
                    one.get("in").asString(),
                    inlined(api, one.get("schema"))))
            .toList();
    var bodies = new TreeMap<String, JsonNode>();
    operation
        .at("/requestBody/content")
        .forEachEntry((type, content) -> bodies.put(type, inlined(api, content.get("schema"))));
    var statuses = new TreeSet<Integer>();
    operation.get("responses").propertyNames().forEach(s -> statuses.add(Integer.valueOf(s)));
    return new Operation(method, path, parameters, bodies, statuses);
  }

  /// No schema of a request has itself inside.
  private static JsonNode inlined(JsonNode api, JsonNode schema) {
    if (schema.has("$ref")) {
      return inlined(api, api.at(schema.get("$ref").asString().substring(1)));
    }
    var whole = schema.deepCopy();
    if (whole.path("properties") instanceof tools.jackson.databind.node.ObjectNode properties) {
      for (var name : List.copyOf(properties.propertyNames())) {
        properties.set(name, inlined(api, properties.get(name)));
      }
    }
    return whole;
  }

  /// What its things are called: `image` for `/api/v1/me/images`.
  String kind() {
    var kind = "";
    for (var part : path.split("/", -1)) {
      kind = part.startsWith("{") ? kind : part;
    }
    return kindOf(kind);
  }

  /// What is meant by a variable of its path: `image` for the id in `/api/v1/images/{id}/like`.
  String kindOf(Parameter variable) {
    if (path.startsWith("/local-clerk/v1/users")) {
      return "throwaway";
    }
    if (!variable.name().equals("id")) {
      return kindOf(variable.name().replace("Id", ""));
    }
    var before = path.substring(0, path.indexOf("/{id}"));
    return kindOf(before.substring(before.lastIndexOf('/') + 1));
  }

  private String kindOf(String word) {
    var singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    if (path.startsWith("/api/v1/moderation/") && singular.equals("report")) {
      return "case";
    }
    return switch (singular) {
      case "decision" -> "action";
      case "replie" -> "comment";
      case "appeal" -> "appeal";
      default -> singular;
    };
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
