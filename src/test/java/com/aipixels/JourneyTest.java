package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The product's story, from the first sign-in to the picture that everybody sees.
@HouseTest
@TestPropertySource(properties = "aipixels.story=journey")
class JourneyTest {

  private static final Map<String, Object> SEA =
      Map.of(
          "prompt", "노을 지는 바다 위의 작은 배",
          "category", "landscape",
          "style", "watercolor",
          "colorTone", "warm",
          "imageSize", "small",
          "tags", List.of(" 바다 ", "Sunset"));

  @LocalServerPort int port;

  @Test
  void aKoreanPromptBecomesAPictureThatEverybodySees() {
    var minji = Caller.signedIn(port, "minji");
    var jun = Caller.signedIn(port, "jun");
    assertThat(creditsOf(minji)).isEqualTo(10);

    var generation = minji.ask(SEA);
    var stream = minji.follow(generation);
    assertThat(statusesOf(stream))
        .isSubsetOf("queued", "running", "succeeded")
        .endsWith("succeeded");
    assertThat(progressOf(stream)).isSorted().endsWith(1.0);
    var ended = Caller.json(minji.get("/api/v1/generations/" + generation));
    assertThat(ended.get("prompt").asString()).isEqualTo("노을 지는 바다 위의 작은 배");
    assertThat(ended.get("progress").asDouble()).isEqualTo(1);
    assertThat(creditsOf(minji)).isEqualTo(9);

    var picture = "/api/v1/images/" + ended.get("imageId").asInt();
    var card = onlyCard(minji.get("/api/v1/me/images").body());
    assertThat(card.get("author").get("username").asString()).isEqualTo("minji");
    assertThat(card.get("visibility").asString()).isEqualTo("private");
    isHiddenFrom(jun, picture, card);
    isHiddenFrom(Caller.guest(port), picture, card);

    var published = minji.patch(picture, Map.of("visibility", "public"));
    assertThat(published.statusCode()).isEqualTo(200);
    for (var feed :
        List.of(
            "",
            "?category=landscape",
            "?tag=%EB%B0%94%EB%8B%A4",
            "?tag=sunset",
            "?sort=popular&category=landscape&style=watercolor&colorTone=warm")) {
      var first = Caller.json(jun.get("/api/v1/images" + feed)).get("items").get(0);
      assertThat(first.get("id")).as(feed).isEqualTo(card.get("id"));
    }
    var seen = Caller.json(jun.get(picture));
    assertThat(seen.get("isOwner").asBoolean()).isFalse();
    assertThat(seen.get("isLiked").asBoolean()).isFalse();
    var file = Caller.guest(port).bytes(card.get("fileUrl").asString());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
  }

  @Test
  void theEleventhPictureOfADayIsRefusedKindly() {
    var member = Caller.signedIn(port, "eleven");
    for (var request = 1; request <= 10; request++) {
      var answer = member.post("/api/v1/generations", SEA);
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(Caller.json(answer).get("creditsRemaining").asInt()).isEqualTo(10 - request);
    }

    var refused = member.post("/api/v1/generations", SEA);

    assertThat(refused.statusCode()).isEqualTo(402);
    assertThat(Caller.json(refused).get("code").asString()).isEqualTo("insufficient_credits");
    var queued = Caller.json(member.get("/api/v1/generations?limit=100")).get("items");
    queued.forEach(open ->
        member.post("/api/v1/generations/%s/cancel".formatted(open.get("id").asString()), ""));
    var pictures = Caller.json(member.get("/api/v1/me/images?limit=100")).get("items").size();
    assertThat(creditsOf(member)).isEqualTo(10 - pictures);
  }

  private void isHiddenFrom(Caller stranger, String picture, JsonNode card) {
    sameAnswer(stranger, picture, "/api/v1/images/2000000000");
    sameAnswer(stranger, card.get("fileUrl").asString(), neverWas(card, "fileUrl"));
    sameAnswer(stranger, card.get("thumbnailUrl").asString(), neverWas(card, "thumbnailUrl"));
  }

  private void sameAnswer(Caller stranger, String hidden, String missing) {
    var forHidden = stranger.bytes(hidden);
    var forMissing = stranger.bytes(missing);
    assertThat(forHidden.statusCode()).isEqualTo(404);
    assertThat(forHidden.body()).isEqualTo(forMissing.body());
    assertThat(withoutDate(forHidden.headers().map()))
        .isEqualTo(withoutDate(forMissing.headers().map()));
  }

  private static Map<String, List<String>> withoutDate(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("date"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String neverWas(JsonNode card, String url) {
    return card.get(url).asString().replaceFirst("/files/....", "/files/0000");
  }

  private static JsonNode onlyCard(String body) {
    var items = new JsonMapper().readTree(body).get("items");
    assertThat(items.size()).isEqualTo(1);
    return items.get(0);
  }

  private static List<String> statusesOf(String stream) {
    return Arrays.stream(stream.split("\n"))
        .filter(line -> line.startsWith("data:"))
        .map(line -> line.replaceAll(".*\"status\":\"([a-z]+)\".*", "$1"))
        .distinct()
        .toList();
  }

  private static List<Double> progressOf(String stream) {
    return Arrays.stream(stream.split("\n"))
        .filter(line -> line.startsWith("data:"))
        .map(line -> Double.valueOf(line.replaceAll(".*\"progress\":([0-9.]+).*", "$1")))
        .toList();
  }

  private static int creditsOf(Caller member) {
    return Caller.json(member.get("/api/v1/me/credits")).get("credits").asInt();
  }
}
