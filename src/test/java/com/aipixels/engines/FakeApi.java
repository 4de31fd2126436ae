package com.aipixels.engines;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The routes under `/v1`.
final class FakeApi implements HttpHandler {

  private final List<FakeModel> models = FakeModel.all();
  private final FakePredictions predictions;
  private final FakeOrders orders;
  private final MagicWords words;
  private final FakeKnobs knobs;
  private final FakeWire wire;
  private final InstantSource clock;

  FakeApi(
      FakePredictions predictions,
      FakeOrders orders,
      MagicWords words,
      FakeKnobs knobs,
      FakeWire wire,
      InstantSource clock) {
    this.predictions = predictions;
    this.orders = orders;
    this.words = words;
    this.knobs = knobs;
    this.wire = wire;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      wire.latency();
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      if (!("Bearer " + FakeReplicate.TOKEN).equals(token)) {
        problem(exchange, 401, "Unauthenticated", "You did not pass a valid authentication token");
        return;
      }
      String path = exchange.getRequestURI().getPath().substring("/v1".length());
      switch (exchange.getRequestMethod()) {
        case "GET" -> get(exchange, path);
        case "POST" -> post(exchange, path);
        default -> problem(exchange, 405, "Method Not Allowed", "Method not allowed.");
      }
    }
  }

  private void get(HttpExchange exchange, String path) throws IOException {
    List<String> parts = Arrays.asList(path.substring(1).split("/", -1));
    ObjectNode account = JsonNodeFactory.instance.objectNode();
    switch (parts.getFirst()) {
      case "predictions" -> {
        if (parts.size() == 1) {
          list(exchange);
        } else {
          prediction(exchange, parts.get(1));
        }
      }
      case "models" -> model(exchange, parts);
      case "webhooks" -> {
        if (words.say("secret-500", "", "")) {
          problem(exchange, 500, "Internal Server Error", "");
        } else {
          wire.json(exchange, 200, account.put("key", FakeReplicate.WEBHOOK_SECRET));
        }
      }
      case "account" ->
          wire.json(exchange, 200, account.put("type", "user").put("username", "fake"));
      case "deployments" -> {
        FakeModel deployed = models.getFirst();
        account
            .putObject("current_release")
            .put("model", deployed.name())
            .put("version", deployed.version());
        wire.json(exchange, 200, account);
      }
      default -> notFound(exchange);
    }
  }

  private void model(HttpExchange exchange, List<String> parts) throws IOException {
    String name = parts.stream().skip(1).limit(2).collect(Collectors.joining("/"));
    Optional<FakeModel> model = models.stream().filter(m -> m.name().equals(name)).findFirst();
    if (words.say("model-500", "", name)) {
      problem(exchange, 500, "Internal Server Error", "");
    } else if (model.isEmpty()) {
      notFound(exchange);
    } else {
      boolean version = parts.contains("versions");
      wire.json(exchange, 200, version ? model.get().versionDescribed() : model.get().described());
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    if (words.say("list-502", "", "")) {
      wire.gateway(exchange);
      return;
    }
    Instant now = clock.instant();
    Instant since = Instant.parse(query(exchange, "created_after", "1970-01-01T00:00:00Z"));
    int from = Integer.parseInt(query(exchange, "cursor", "0"));
    List<FakePrediction> all = predictions.createdAfter(since);
    int to = Math.min(all.size(), from + knobs.pageSize);
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put("previous", (String) null);
    String host = words.say("list-elsewhere", "", "") ? orders.filesUrl() : orders.apiUrl();
    String next = "%s/predictions?created_after=%s&cursor=%d".formatted(host, since, to);
    page.put("next", to < all.size() ? next : null);
    ArrayNode results = page.putArray("results");
    all.subList(Math.min(from, to), to).forEach(one -> results.add(listed(one.json(now))));
    wire.json(exchange, 200, page);
  }

  private ObjectNode listed(ObjectNode prediction) {
    return knobs.listWithoutWebhooks
        ? prediction.without(List.of("webhook", "webhook_events_filter"))
        : prediction;
  }

  private static String query(HttpExchange exchange, String name, String fallback) {
    @Nullable String query = exchange.getRequestURI().getQuery();
    return Arrays.stream(query == null ? new String[0] : query.split("&", -1))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1))
        .findFirst()
        .orElse(fallback);
  }

  private void prediction(HttpExchange exchange, String id) throws IOException {
    Optional<FakePrediction> known = predictions.find(id);
    if (known.isEmpty() || known.get().says("get-404")) {
      notFound(exchange);
      return;
    }
    FakePrediction prediction = known.get();
    ObjectNode json = prediction.json(clock.instant());
    if (prediction.says("get-401")) {
      problem(exchange, 401, "Unauthenticated", "You did not pass a valid authentication token");
    } else if (prediction.says("get-429")) {
      exchange.getResponseHeaders().set("Retry-After", "3");
      problem(exchange, 429, "", "Request was throttled.");
    } else if (prediction.says("get-500")) {
      problem(exchange, 500, "Internal Server Error", "");
    } else if (prediction.says("get-502")) {
      wire.gateway(exchange);
    } else if (prediction.says("get-hang")) {
      wire.hang(exchange);
    } else if (prediction.says("get-huge")) {
      wire.huge(exchange);
    } else if (prediction.says("get-drip")) {
      wire.drip(exchange);
    } else if (prediction.says("get-cut")) {
      wire.half(exchange, 200, FakeModel.JSON.writeValueAsBytes(json));
    } else if (prediction.says("get-wrong-id")) {
      wire.json(exchange, 200, json.put("id", "a0000000000000000000000000"));
    } else if (prediction.says("get-nan")) {
      String text = FakeModel.JSON.writeValueAsString(json);
      String metrics = "\"metrics\":{\"predict_time\":NaN}";
      wire.bytes(
          exchange, 200, text.replace("\"metrics\":{}", metrics).getBytes(StandardCharsets.UTF_8));
    } else {
      wire.json(exchange, 200, json);
    }
  }

  private void post(HttpExchange exchange, String path) throws IOException {
    List<String> parts = Arrays.asList(path.substring(1).split("/", -1));
    if (parts.getLast().equals("cancel")) {
      Optional<FakePrediction> known = predictions.find(parts.get(1));
      if (known.isEmpty()) {
        notFound(exchange);
      } else {
        known.get().cancel(clock.instant());
        wire.json(exchange, 200, known.get().json(clock.instant()));
      }
      return;
    }
    JsonNode body = FakeModel.JSON.readTree(exchange.getRequestBody().readAllBytes());
    orders.take(exchange, chosen(parts, body), body);
  }

  private Optional<FakeModel> chosen(List<String> parts, JsonNode body) {
    String version = body.path("version").asString("");
    return switch (parts.getFirst()) {
      case "models" -> {
        String name = parts.get(1) + "/" + parts.get(2);
        yield models.stream().filter(m -> m.name().equals(name) && m.official()).findFirst();
      }
      case "deployments" -> Optional.of(models.getFirst());
      default -> models.stream().filter(m -> version.endsWith(m.version())).findFirst();
    };
  }

  private void notFound(HttpExchange exchange) throws IOException {
    problem(exchange, 404, "Not Found", "The requested resource could not be found.");
  }

  private void problem(HttpExchange exchange, int status, String title, String detail)
      throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    wire.json(
        exchange, status, body.put("title", title).put("detail", detail).put("status", status));
  }
}
