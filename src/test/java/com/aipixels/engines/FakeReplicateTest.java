package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/// The fake is believed by many tests, so it is tested where they could not notice.
@Execution(ExecutionMode.CONCURRENT)
class FakeReplicateTest {

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void saysWhatIsWrongWithInputInReplicatesOwnWords() throws Exception {
    try (var fake = FakeReplicate.start()) {
      var answer =
          post(
              fake.url() + "/models/black-forest-labs/flux-schnell/predictions",
              """
              {"input": {"num_inference_steps": 5}}\
              """);

      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(FakeModel.JSON.readTree(answer.body()))
          .isEqualTo(
              FakeModel.JSON.readTree(
                  """
                  {"detail": "- input: prompt is required\\n- input.num_inference_steps: Must be less than or equal to 4\\n",
                   "status": 422, "title": "Input validation failed",
                   "invalid_fields": [
                     {"type": "required", "field": "input", "description": "prompt is required"},
                     {"type": "number_lte", "field": "input.num_inference_steps",
                      "description": "Must be less than or equal to 4"}]}\
                  """));
    }
  }

  @Test
  void drawsTheSameForTheSameSeedOnly() throws Exception {
    var input = FakeModel.JSON.readTree("{\"seed\": 1}");
    var other = FakeModel.JSON.readTree("{\"seed\": 2}");

    assertThat(FakePictures.draw(input, 16, "png"))
        .isEqualTo(FakePictures.draw(input, 16, "png"))
        .isNotEqualTo(FakePictures.draw(other, 16, "png"));
  }

  @Test
  void eachPredictionTakesItsOwnTime() throws Exception {
    try (var fake = FakeReplicate.start()) {
      fake.control("{\"processingMs\": 200, \"processingMaxMs\": 2000}");
      for (int i = 0; i < 20; i++) {
        post(
            fake.url() + "/models/black-forest-labs/flux-schnell/predictions",
            "{\"input\": {\"prompt\": \"a cat\"}}");
      }

      var times =
          fake.predictions().all().stream()
              .map(prediction -> prediction.fromCreationToCompletion().toMillis())
              .toList();
      assertThat(times).allSatisfy(time -> assertThat(time).isBetween(200L, 2000L));
      assertThat(Set.copyOf(times)).hasSizeGreaterThan(10);
    }
  }

  @Test
  void itsPixelBombIsSmall() throws Exception {
    assertThat(FakePictures.bomb()).hasSizeLessThan(200_000);
  }

  @Test
  void runsAsAProcessAndIsScriptedOverHttp() throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FakeReplicate.class.getName(),
                "0",
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader()) {
      var url = said.readLine().substring("api ".length());
      assertThat(said.readLine()).startsWith("files 127.0.0.1:");
      var control = url.replace("/v1", "/_control");
      var predictions = url + "/models/black-forest-labs/flux-schnell/predictions";
      var body =
          """
          {"input": {"prompt": "a cat", "seed": 5}}\
          """;

      assertThat(post(control, "{\"words\": [\"once-402\"], \"processingMs\": 60000}").statusCode())
          .isEqualTo(200);
      assertThat(post(predictions, body).statusCode()).isEqualTo(402);
      assertThat(json(post(predictions, body)).path("status").asString()).isEqualTo("processing");
      assertThat(json(post(control, "{}")).path("posts"))
          .isEqualTo(FakeModel.JSON.valueToTree(Map.of("5:a cat", 2)));
    } finally {
      process.destroy();
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    return FakeModel.JSON.readTree(response.body());
  }

  private HttpResponse<String> post(String url, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + FakeReplicate.TOKEN)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
