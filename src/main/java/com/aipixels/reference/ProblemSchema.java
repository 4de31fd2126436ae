package com.aipixels.reference;

import com.aipixels.problems.ProblemCode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How refusals look: one shape for all of them.
final class ProblemSchema {

  private static final String NAME = "Problem";

  private ProblemSchema() {}

  static void addTo(Components components) {
    components.addSchemas(
        NAME,
        new ObjectSchema()
            .addProperty("type", text().format("uri"))
            .addProperty("title", text())
            .addProperty("status", new IntegerSchema())
            .addProperty("detail", text())
            .addProperty("instance", text().format("uri-reference"))
            .addProperty("code", codes())
            .addProperty("errors", new ArraySchema().items(fieldError()))
            .required(List.of("type", "title", "status", "detail", "instance", "code")));
  }

  /// One status and the codes it comes with.
  static ApiResponse answer(List<ProblemCode> codes) {
    Content content =
        new Content()
            .addMediaType(
                "application/problem+json",
                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME)));
    return new ApiResponse()
        .description(
            codes.stream()
                .map(code -> code.title() + " (`" + code.value() + "`)")
                .collect(Collectors.joining(", ")))
        .content(content);
  }

  private static Schema<?> fieldError() {
    return new ObjectSchema()
        .addProperty("field", text())
        .addProperty("message", text())
        .required(List.of("field", "message"));
  }

  private static Schema<?> codes() {
    StringSchema code = new StringSchema();
    Arrays.stream(ProblemCode.values()).map(ProblemCode::value).forEach(code::addEnumItem);
    return code;
  }

  private static Schema<?> text() {
    return new StringSchema();
  }
}
