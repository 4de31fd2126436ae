package com.aipixels.reference;

import com.aipixels.reference.Reference.Answer;
import com.aipixels.reference.Reference.Call;
import com.aipixels.reference.Reference.Field;
import com.aipixels.reference.Reference.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads an OpenAPI document as a page.
record References(JsonNode api) {

  Reference read() {
    List<Section> sections =
        api.path("tags")
            .valueStream()
            .map(tag -> section(tag.path("name").asString(), tag.path("description").asString()))
            .toList();
    JsonNode info = api.path("info");
    return new Reference(
        info.path("title").asString(), info.path("description").asString(), sections);
  }

  private Section section(String name, String purpose) {
    List<Call> calls = new ArrayList<>();
    api.path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) -> {
              if (operation.path("tags").path(0).asString("").equals(name)) {
                calls.add(call(method.toUpperCase(Locale.ROOT), path, operation));
              }
            }));
    return new Section(name, purpose, calls);
  }

  private Call call(String method, String path, JsonNode operation) {
    List<Field> parameters =
        operation
            .path("parameters")
            .valueStream()
            .map(parameter ->
                new Field(
                    parameter.path("name").asString(),
                    type(parameter.path("schema")),
                    parameter.path("required").asBoolean(false)))
            .toList();
    List<Answer> answers = new ArrayList<>();
    operation
        .path("responses")
        .forEachEntry((status, answer) ->
            answers.add(
                new Answer(
                    status,
                    answer.path("description").asString(""),
                    status.startsWith("2") ? fields(answer) : List.of())));
    return new Call(
        method,
        path,
        operation.path("summary").asString(""),
        caller(operation.path("security")),
        parameters,
        fields(operation.path("requestBody")),
        answers);
  }

  private static String caller(JsonNode security) {
    if (security.isMissingNode() || security.isEmpty()) {
      return "";
    }
    if (security.path(0).isEmpty()) {
      return "anyone";
    }
    return security.path(0).has(Access.KEY) ? "secret key" : "member";
  }

  private List<Field> fields(JsonNode body) {
    JsonNode schema = resolved(body.path("content").path("application/json").path("schema"));
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    List<Field> fields = new ArrayList<>();
    schema
        .path("properties")
        .forEachEntry((name, property) ->
            fields.add(new Field(name, type(property), required.contains(name))));
    return fields;
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : api.at(reference.substring(1));
  }

  private String type(JsonNode schema) {
    if (schema.has("$ref")) {
      return name(schema);
    }
    if (schema.has("anyOf")) {
      return schema.path("anyOf").valueStream().map(this::type).collect(Collectors.joining(" | "));
    }
    if (schema.has("enum")) {
      return schema
          .path("enum")
          .valueStream()
          .map(value -> value.asString("null"))
          .collect(Collectors.joining(" | "));
    }
    JsonNode type = schema.path("type");
    String words =
        (type.isArray() ? type.valueStream() : Stream.of(type))
            .map(word -> word.asString("object"))
            .collect(Collectors.joining(" | "));
    String format = schema.path("format").asString("");
    if (schema.has("items")) {
      return words + " of " + type(schema.path("items"));
    }
    return format.isEmpty() ? words : words + " (" + format + ")";
  }

  private static String name(JsonNode schema) {
    String reference = Objects.requireNonNull(schema.path("$ref").asString());
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
