package com.aipixels.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The engine reads what a member says it shall read.
@HouseTest
class CorrectedTranslationTest {

  private static final String OWN = "a lighthouse above the sea";

  @LocalServerPort int port;

  private Caller member;

  @BeforeEach
  void signIn() {
    member = Caller.signedIn(port, "corrector-" + System.nanoTime());
  }

  @Test
  void theTranslatorIsNotAsked() {
    var ended = made(Map.of("prompt", "등대", "translatedPrompt", OWN, "imageSize", "small"));

    assertThat(ended.get("translatedPrompt").asString()).isEqualTo(OWN);
    assertThat(ended.get("prompt").asString()).isEqualTo("등대");
    var picture = Caller.json(member.get("/api/v1/images/" + ended.get("imageId").asInt()));
    assertThat(picture.get("translatedPrompt").asString()).isEqualTo(OWN);
  }

  @Test
  void theSameWordsAreReadTheSameWayAgainAndOthersAnew() {
    var first = made(Map.of("prompt", "등대", "translatedPrompt", OWN, "imageSize", "small"));
    var source = first.get("imageId").asInt();

    assertThat(made(Map.of("sourceImageId", source)).get("translatedPrompt").asString())
        .isEqualTo(OWN);
    var other = made(Map.of("sourceImageId", source, "prompt", "바다"));
    assertThat(other.get("translatedPrompt").asString()).isNotEqualTo(OWN).contains("sea");
  }

  @Test
  void allOfABatchAreReadTheSameWay() {
    var first =
        made(Map.of("prompt", "등대", "translatedPrompt", OWN, "imageSize", "small", "count", 2));

    var sibling = member.ended(first.get("siblings").get(0).asString());
    assertThat(sibling.get("translatedPrompt").asString()).isEqualTo(OWN);
  }

  @ParameterizedTest
  @MethodSource
  void oneThatSaysNothingOrTooMuchIsRefusedByName(String translated) {
    var answer =
        member.post("/api/v1/generations", Map.of("prompt", "등대", "translatedPrompt", translated));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).get("errors").get(0).get("field").asString())
        .isEqualTo("translatedPrompt");
  }

  static Stream<String> oneThatSaysNothingOrTooMuchIsRefusedByName() {
    return Stream.of("", " \n", "sea\0", "x".repeat(10_001));
  }

  @Test
  void anotherTranslationIsAnotherRequest() {
    var body = Map.of("prompt", "등대", "translatedPrompt", OWN, "imageSize", "small");
    member.ask(body, "Idempotency-Key", "one");

    var other =
        member.post(
            "/api/v1/generations",
            Map.of("prompt", "등대", "translatedPrompt", "a lamp", "imageSize", "small"),
            "Idempotency-Key",
            "one");

    assertThat(other.statusCode()).isEqualTo(422);
  }

  private JsonNode made(Map<String, Object> body) {
    return member.ended(member.ask(body));
  }
}
