package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.engines.EngineFailure.Reason;
import com.aipixels.engines.Submission.Accepted;
import com.aipixels.engines.Submission.Busy;
import com.aipixels.engines.Submission.Refused;
import com.aipixels.engines.Submission.Unclear;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked of Replicate, how often, and what is made of its answer.
class ReplicateSubmitTest {

  private Replicate replicate;

  @BeforeEach
  void start() throws Exception {
    replicate = new Replicate();
  }

  @AfterEach
  void stop() {
    replicate.close();
  }

  @Test
  void asksOnceForAPredictionInTheModelsOwnTerms() {
    replicate.with("public-url", "https://aipixels.example/");
    var request = Replicate.detailed();

    replicate.accepted(request);

    assertThat(replicate.fake.posts()).containsOnly(Map.entry(request.id().toString(), 1));
    var posted = replicate.fake.requests().getLast();
    assertThat(posted.method()).isEqualTo("POST");
    assertThat(posted.path()).isEqualTo("/v1/models/black-forest-labs/flux-schnell/predictions");
    assertThat(posted.header("authorization")).isEqualTo("Bearer r8_fake");
    assertThat(posted.header("content-type")).isEqualTo("application/json");
    assertThat(posted.header("cancel-after")).isEqualTo("1h30m45s");
    assertThat(posted.headers()).doesNotContainKey("prefer");
    assertThat(replicate.fake.predictions().all().getFirst().body().toString())
        .isEqualTo(
            """
            {"input":{"prompt":"a cat at dusk, animal, oil painting, warm color palette",\
            "seed":4000000,"aspect_ratio":"16:9","megapixels":"1","num_outputs":1,\
            "output_format":"png"},\
            "webhook":"https://aipixels.example/webhooks/replicate/0199a8f0-0000-7000-8000-000000000002",\
            "webhook_events_filter":["completed"]}\
            """);
  }

  @Test
  void asksForNoWebhookWithoutAPublicAddress() {
    replicate.accepted(Replicate.request("a cat"));

    assertThat(replicate.fake.predictions().all().getFirst().body().propertyNames())
        .containsExactly("input");
  }

  @ParameterizedTest
  @CsvSource({
    "401, ENGINE_NOT_AVAILABLE",
    "402, ENGINE_NOT_AVAILABLE",
    "403, ENGINE_NOT_AVAILABLE",
    "404, ENGINE_NOT_AVAILABLE",
    "422-version, ENGINE_NOT_AVAILABLE",
    "422-input, INVALID_INPUT",
  })
  void refusesWhatReplicateRefuses(String word, Reason reason) {
    var submission = replicate.engine().submit(Replicate.request("a cat fake-" + word));

    assertThat(submission)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.failure().reason()).isEqualTo(reason));
    assertThat(replicate.fake.posts().values()).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource({"429, 7", "429-body, 5", "429-detail, 30", "429-bare, 10", "409, 10"})
  void waitsForAsLongAsReplicateAsks(String word, int seconds) {
    replicate.fake.misbehave("once-" + word);
    var request = Replicate.request("a cat");

    assertThat(replicate.engine().submit(request)).isEqualTo(new Busy(Duration.ofSeconds(seconds)));
    assertThat(replicate.engine().submit(request))
        .as("it does not even ask before")
        .isEqualTo(new Busy(Duration.ofSeconds(seconds)));
    assertThat(replicate.fake.posts().values()).containsExactly(1);

    replicate.turn(Duration.ofSeconds(seconds));
    assertThat(replicate.engine().submit(request)).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "500",
        "502",
        "reset",
        "hang",
        "lost-answer",
        "cut-answer",
        "hang-answer",
        "502-answer"
      })
  void neverAsksAgainWhereTheFirstRequestMayHaveArrived(String word) {
    replicate.with("read-timeout", "300ms");

    assertThat(replicate.engine().submit(Replicate.request("a cat fake-" + word)))
        .isEqualTo(new Unclear());
    assertThat(replicate.fake.posts().values()).containsExactly(1);
  }

  @Test
  void isBusyWhereNothingCanHaveBeenSent() {
    replicate.with("base-url", "http://127.0.0.1:1/v1");

    assertThat(replicate.engine().submit(Replicate.request("a cat")))
        .isEqualTo(new Busy(Duration.ofSeconds(2)));
  }

  @Test
  void staysBelowTheLimitOfRequestsAMinute() {
    replicate.with("creates-per-minute", "60");
    var request = Replicate.request("a cat");

    assertThat(replicate.engine().submit(request)).isInstanceOf(Accepted.class);
    assertThat(replicate.engine().submit(request)).isInstanceOf(Accepted.class);
    assertThat(replicate.engine().submit(request)).isEqualTo(new Busy(Duration.ofSeconds(1)));
  }
}
