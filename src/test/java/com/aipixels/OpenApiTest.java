package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Holds what the service publishes of itself against the contract, in both directions.
@HouseTest
@TestPropertySource(
    properties = {"aipixels.engine=replicate", "aipixels.engines.replicate.api-token=r8_test"})
class OpenApiTest {

  @LocalServerPort int port;
  private JsonNode api;

  /// One line of the contract, or of what the service says of itself.
  record Line(
      String call, Set<String> successes, Set<String> parameters, String body, String answer) {}

  @BeforeEach
  void read() {
    var answer = Caller.guest(port).get("/openapi.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    api = Caller.json(answer);
  }

  @Test
  void nothingIsMissingAndNothingIsUndocumented() throws IOException {
    var contract =
        Files.readAllLines(Path.of("src/test/resources/api-contract.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(OpenApiTest::line)
            .toList();
    assertThat(contract).hasSizeGreaterThan(20);
    assertThat(published()).containsExactlyInAnyOrderElementsOf(contract);
  }

  @Test
  void introducesItself() {
    assertThat(api.get("openapi").asString()).startsWith("3.1");
    assertThat(api.at("/info/title").asString()).isEqualTo("AIPixels");
    assertThat(api.at("/info/version").asString()).isEqualTo("v1");
    assertThat(api.at("/info/description").asString()).isNotBlank();
    assertThat(api.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
    assertThat(api.at("/components/securitySchemes/session/name").asString())
        .isEqualTo("__session");
  }

  @Test
  void saysOfEveryOperationWhatItIsForAndHowItRefuses() {
    var rooms = api.get("tags").valueStream().map(tag -> tag.get("name").asString()).toList();
    operations((call, operation) -> {
      assertThat(operation.path("summary").asString("")).as(call).isNotBlank();
      assertThat(rooms).as(call).contains(operation.at("/tags/0").asString());
      if (!call.contains("/local-clerk")) {
        assertThat(refusals(operation)).as(call).isNotEmpty().allMatch(OpenApiTest::isProblem);
      }
      if (call.contains(" /api/v1/")) {
        assertThat(operation.get("security").toString()).contains("bearer", "session");
        assertThat(operation.get("responses").propertyNames()).contains("401", "503");
      }
    });
    assertThat(api.at("/components/schemas/Problem/required").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("type", "title", "status", "detail", "instance", "code");
  }

  @Test
  void spellsWordsAsTheDatabaseDoes() {
    var ask = api.at("/components/schemas/Ask");
    assertThat(ask.has("required")).as("all of it can be taken from a source").isFalse();
    assertThat(ask.at("/properties/style/enum").toString())
        .contains("\"oil-painting\"", "\"3d-render\"", "null");
    assertThat(ask.at("/properties/aspectRatio/enum").toString()).contains("\"16:9\"");
    var card = api.at("/components/schemas/ImageCard");
    assertThat(card.get("required").valueStream().map(JsonNode::asString))
        .contains("id", "fileUrl", "visibility", "likeCount")
        .doesNotContain("title", "author", "width");
    assertThat(card.at("/properties/visibility/enum").valueStream().map(JsonNode::asString))
        .containsExactly("private", "public");
    assertThat(card.at("/properties/id/type").asString()).isEqualTo("integer");
  }

  @Test
  void isReadableByPeople() {
    var answer = Caller.guest(port).get("/api");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("script, [style], style")).isEmpty();
    assertThat(page.select("summary code").eachText())
        .hasSameSizeAs(published())
        .contains("/api/v1/generations", "/local-clerk/sign-in");
    assertThat(page.select("section#generation details").text())
        .contains("prompt", "insufficient_credits");
    var style = Caller.guest(port).get(page.select("link[rel=stylesheet]").attr("href"));
    assertThat(style.statusCode()).isEqualTo(200);
  }

  private interface Visitor {
    void see(String call, JsonNode operation);
  }

  private void operations(Visitor visitor) {
    api.get("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) ->
                visitor.see(method.toUpperCase(Locale.ROOT) + " " + path, operation)));
  }

  private List<Line> published() {
    var lines = new ArrayList<Line>();
    operations((call, operation) -> {
      var successes =
          operation.get("responses").propertyNames().stream()
              .filter(s -> s.matches("[23].."))
              .toList();
      var parameters =
          operation.path("parameters").valueStream().map(p -> p.get("name").asString());
      lines.add(
          new Line(
              call,
              new TreeSet<>(successes),
              parameters.collect(Collectors.toCollection(TreeSet::new)),
              fields(operation.path("requestBody")),
              fields(operation.get("responses").get(successes.getFirst()))));
    });
    return lines;
  }

  private static Line line(String text) {
    var parts = text.split("\\|", -1);
    return new Line(
        parts[0].strip().replaceAll("\\s+", " "),
        words(parts[1]),
        words(parts[2]),
        sorted(parts[3]),
        sorted(parts[4]));
  }

  private static Set<String> words(String text) {
    return Stream.of(text.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Field names in order, those of list items in brackets: `items[a b] nextCursor`.
  private static String sorted(String fields) {
    var list = fields.indexOf('[');
    return list < 0
        ? String.join(" ", words(fields))
        : String.join(" ", words(fields.replaceAll("\\[.*]", "")))
            + " of "
            + String.join(" ", words(fields.substring(list + 1, fields.indexOf(']'))));
  }

  private String fields(JsonNode body) {
    var schema = resolved(body.path("content").path("application/json").path("schema"));
    var names = String.join(" ", new TreeSet<>(schema.path("properties").propertyNames()));
    var items = resolved(schema.path("properties").path("items").path("items"));
    return items.isMissingNode()
        ? names
        : names
            + " of "
            + String.join(" ", new TreeSet<>(items.path("properties").propertyNames()));
  }

  private JsonNode resolved(JsonNode schema) {
    return schema.has("$ref") ? api.at(schema.get("$ref").asString().substring(1)) : schema;
  }

  private static List<JsonNode> refusals(JsonNode operation) {
    var refusals = new ArrayList<JsonNode>();
    operation
        .get("responses")
        .forEachEntry((status, answer) -> {
          if (status.matches("[45]..")) {
            refusals.add(answer);
          }
        });
    return refusals;
  }

  private static boolean isProblem(JsonNode answer) {
    return answer
        .at("/content/application~1problem+json/schema/$ref")
        .asString("")
        .equals("#/components/schemas/Problem");
  }
}
