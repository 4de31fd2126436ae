package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.aipixels.engines.EngineFailure.Reason;
import com.aipixels.engines.EngineResult.Failed;
import com.aipixels.engines.EngineResult.Finished;
import com.aipixels.engines.EngineResult.UnacceptablePicture;
import com.aipixels.engines.EngineResult.Unavailable;
import com.aipixels.engines.EngineResult.Working;
import com.aipixels.engines.Submission.Accepted;
import com.aipixels.engines.Submission.Busy;
import com.aipixels.engines.Submission.Refused;
import com.aipixels.engines.Submission.Unclear;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicateEngineTest {

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
  void makesAPicture() throws Exception {
    replicate.fake.take(1_000, 4_000);
    var request = Replicate.request("a cat at dusk");

    var reference = replicate.accepted(request);
    assertThat(replicate.engine().poll(reference, request)).isEqualTo(new Working(0.05));
    replicate.turn(Duration.ofSeconds(2));
    assertThat(replicate.engine().poll(reference, request)).isEqualTo(new Working(0.25));
    replicate.turn(Duration.ofSeconds(3));

    var bytes = picture(replicate.engine().poll(reference, request)).bytes();
    assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(64);
    assertThat(replicate.fake.keysSentToFileHost()).isEmpty();
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
    "black-forest-labs/flux-1.1-pro, /v1/models/black-forest-labs/flux-1.1-pro/predictions",
    "stability-ai/sdxl:7762fd07cf82c948538e41f63f77d685e02b063e37e496e96eefd46c929f9bdc,"
        + " /v1/predictions",
    "7762fd07cf82c948538e41f63f77d685e02b063e37e496e96eefd46c929f9bdc, /v1/predictions",
    "deployment:our/own-flux, /v1/deployments/our/own-flux/predictions",
  })
  void asksEachKindOfModelWhereItTakesRequests(String model, String path) throws Exception {
    replicate.with("model", model);
    var request = Replicate.request("a cat");

    var reference = replicate.accepted(request);

    assertThat(replicate.fake.requests().getLast().path()).isEqualTo(path);
    assertThat(picture(replicate.engine().poll(reference, request)).bytes()).isNotEmpty();
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

  @ParameterizedTest
  @CsvSource({
    "nsfw, BLOCKED",
    "e005, BLOCKED",
    "failed, ENGINE_FAILED",
    "aborted, CANCELLED_BY_ENGINE",
    "canceled, CANCELLED_BY_ENGINE",
    "output-null, ENGINE_FAILED",
    "output-empty, ENGINE_FAILED",
    "output-object, ENGINE_FAILED",
    "output-data-url, ENGINE_FAILED",
    "data-removed, ENGINE_FAILED",
    "get-404, ENGINE_FAILED",
  })
  void tellsWhyThereWillBeNoPicture(String word, Reason reason) {
    var request = Replicate.request("a cat fake-" + word);

    assertThat(replicate.engine().poll(replicate.accepted(request), request))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.failure().reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "get-401, 30",
    "get-429, 3",
    "get-500, 2",
    "get-502, 2",
    "get-hang, 2",
    "get-cut, 2",
    "get-wrong-id, 2",
  })
  void asksAgainWhereNothingIsKnown(String word, int seconds) {
    replicate.with("read-timeout", "300ms");
    var request = Replicate.request("a cat fake-once-" + word);
    var reference = replicate.accepted(request);

    assertThat(replicate.engine().poll(reference, request))
        .isEqualTo(new Unavailable(Duration.ofSeconds(seconds)));
    assertThat(replicate.engine().poll(reference, request)).isInstanceOf(Finished.class);
  }

  @Test
  void takesAnUnknownStatusForWork() {
    var request = Replicate.request("a cat fake-unknown-status");

    assertThat(replicate.engine().poll(replicate.accepted(request), request))
        .isEqualTo(new Working(0.05));
  }

  @Test
  void takesNumbersThatAreNone() {
    var request = Replicate.request("a cat fake-get-nan");

    assertThat(replicate.engine().poll(replicate.accepted(request), request))
        .isInstanceOf(Finished.class);
  }

  @Test
  void doesNotBelieveInOutputBeforeTheEnd() {
    replicate.fake.take(0, 4_000);
    var request = Replicate.request("a cat fake-partial-failed");
    var reference = replicate.accepted(request);

    replicate.turn(Duration.ofSeconds(1));
    assertThat(replicate.engine().poll(reference, request)).isEqualTo(new Working(0.25));
    replicate.turn(Duration.ofSeconds(3));
    assertThat(replicate.engine().poll(reference, request)).isInstanceOf(Failed.class);
  }

  @Test
  void stopsAtReplicateWhenTheCallerGivesUp() {
    replicate.fake.take(0, 7_200_000);
    var request = Replicate.request("a cat");
    var reference = replicate.accepted(request);

    replicate.turn(Duration.ofMinutes(31));

    assertThat(replicate.engine().poll(reference, request))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.failure().reason()).isEqualTo(Reason.CANCELLED_BY_ENGINE));
  }

  @Test
  void cancels() {
    replicate.fake.take(0, 60_000);
    var request = Replicate.request("a cat");
    var reference = replicate.accepted(request);

    replicate.engine().cancel(reference);
    replicate.engine().cancel(reference);

    assertThat(replicate.engine().poll(reference, request)).isInstanceOf(Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gm3qorzdhgbfurvjtvhg6dckhu", "", "../account", "a/b"})
  void cancellingAndPollingWhatIsUnknownIsHarmless(String reference) {
    replicate.engine().cancel(reference);

    assertThat(replicate.engine().poll(reference, Replicate.request("a cat")))
        .isInstanceOf(Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file-cut", "file-500", "file-drip", "file-hang"})
  void fetchesAgainWhatMayArriveAnotherTime(String word) {
    replicate.with("download-timeout", "400ms");
    var request = Replicate.request("a cat fake-" + word);
    var picture = picture(replicate.engine().poll(replicate.accepted(request), request));

    assertThatIOException().isThrownBy(picture::bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file-huge", "file-404", "file-elsewhere", "file-loop", "file-private"})
  void doesNotFetchWhatItShouldNot(String word) {
    var request = Replicate.request("a cat fake-" + word);
    var picture = picture(replicate.engine().poll(replicate.accepted(request), request));

    assertThatExceptionOfType(UnacceptablePicture.class).isThrownBy(picture::bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file-hop", "file-webp", "file-html", "file-bomb", "file-half"})
  void handsOnWhateverIsWhole(String word) throws Exception {
    var request = Replicate.request("a cat fake-" + word);

    assertThat(picture(replicate.engine().poll(replicate.accepted(request), request)).bytes())
        .isNotEmpty();
  }

  @Test
  void forgottenPicturesAreNotWaitedFor() throws Exception {
    var request = Replicate.request("a cat");
    var picture = picture(replicate.engine().poll(replicate.accepted(request), request));

    replicate.turn(Duration.ofMinutes(61));

    assertThatExceptionOfType(UnacceptablePicture.class).isThrownBy(picture::bytes);
  }

  @Test
  void knowsWhetherNegativePromptsWorkOnceItKnowsTheModel() {
    replicate.with(
        "model",
        "stability-ai/sdxl:7762fd07cf82c948538e41f63f77d685e02b063e37e496e96eefd46c929f9bdc");
    assertThat(replicate.engine().capabilities().negativePrompt()).isFalse();

    replicate.accepted(Replicate.request("a cat"));

    assertThat(replicate.engine().capabilities())
        .isEqualTo(new EngineCapabilities("stability-ai/sdxl", true, true, true, false, 16));
  }

  private static EngineResult.Picture picture(EngineResult result) {
    assertThat(result).isInstanceOf(Finished.class);
    return ((Finished) result).picture();
  }
}
