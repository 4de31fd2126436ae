package com.aipixels.reference;

import com.aipixels.problems.ProblemCode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/// Adds to what is generated from the controllers what holds for all of them: who may call, how
/// refusals look.
@Component
class ApiDescription implements GlobalOpenApiCustomizer {

  private static final String ABOUT =
      """
      Everything the pages of AIPixels do can be done by a program.

      JSON in camelCase, times in UTC (RFC 3339), words spelled as in the database. Refusals are RFC 9457 problems with a
      stable `code`. Lists are paged: pass `nextCursor` as `cursor` until it is null. Every GET carries an `ETag` and honours
      `If-None-Match`. Unknown fields are refused. Text is measured in Unicode code points. Whoever is leaving is refused with 403 `leaving`, but
      for their exports and the way back.\
      """;

  private static final String STREAM = "text/event-stream";

  private final Operations operations;

  ApiDescription(Operations operations) {
    this.operations = operations;
  }

  @Override
  public void customise(OpenAPI api) {
    api.setInfo(new Info().title("AIPixels").version("v1").description(ABOUT));
    api.setServers(List.of(new Server().url("/").description("this service")));
    Components components = Objects.requireNonNullElseGet(api.getComponents(), Components::new);
    api.setComponents(components);
    ProblemSchema.addTo(components);
    securitySchemes(components);
    api.getPaths()
        .forEach((path, item) ->
            item.readOperationsMap()
                .forEach((method, operation) -> describe(path, method, operation)));
    api.setTags(
        operations.rooms().entrySet().stream()
            .filter(room -> isUsed(api, room.getKey()))
            .map(room -> new Tag().name(room.getKey()).description(room.getValue()))
            .toList());
    api.setPaths(ordered(api));
  }

  private void describe(String path, PathItem.HttpMethod method, Operation operation) {
    Operations.Words words = operations.of(method.name(), path);
    if (words == null) {
      return;
    }
    operation.setTags(List.of(words.room()));
    operation.setSummary(words.summary());
    operation.setSecurity(words.access().requirements());
    words.refusals().stream()
        .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()))
        .forEach((status, codes) ->
            operation
                .getResponses()
                .addApiResponse(status.toString(), ProblemSchema.answer(codes)));
    ApiResponse done = operation.getResponses().get("200");
    boolean isStream =
        done != null && done.getContent() != null && done.getContent().containsKey(STREAM);
    // The stream about one thing ends with it; that of a member's news does not.
    if (isStream && path.contains("{")) {
      operation
          .getResponses()
          .addApiResponse("204", new ApiResponse().description("The end was seen already"));
    }
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(ApiDescription::bound);
    }
  }

  private static void bound(Parameter parameter) {
    switch (parameter.getName()) {
      case "limit" ->
          parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(100));
      case "cursor" -> parameter.description("`nextCursor` of the page before");
      case "Idempotency-Key" ->
          parameter
              .description("The same key and body get the first answer again")
              .getSchema()
              .minLength(1)
              .maxLength(255);
      default -> {
        // says enough by its name
      }
    }
  }

  private static void securitySchemes(Components components) {
    components
        .addSecuritySchemes(
            Access.BEARER,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("A session token"))
        .addSecuritySchemes(
            Access.COOKIE,
            new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("__session")
                .description("The same token; changes need an Origin of this site"))
        .addSecuritySchemes(
            Access.KEY,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("`sk_test_local`"));
  }

  private static boolean isUsed(OpenAPI api, String room) {
    return api.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .anyMatch(operation -> List.of(room).equals(operation.getTags()));
  }

  private static Paths ordered(OpenAPI api) {
    Paths paths = new Paths();
    new TreeMap<>(api.getPaths()).forEach(paths::addPathItem);
    return paths;
  }
}
