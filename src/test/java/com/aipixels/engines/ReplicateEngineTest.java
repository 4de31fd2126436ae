package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.aipixels.engines.EngineFailure.Reason;
import com.aipixels.engines.EngineResult.Failed;
import com.aipixels.engines.EngineResult.Finished;
import com.aipixels.engines.EngineResult.Unavailable;
import com.aipixels.engines.EngineResult.Working;
import com.aipixels.engines.Submission.Unclear;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class ReplicateEngineTest implements ImageEngineContract {

  private Replicate replicate;

  @BeforeEach
  void start() throws Exception {
    replicate = new Replicate();
  }

  @AfterEach
  void stop() {
    replicate.close();
  }

  @Override
  public ImageEngine engine() {
    return replicate.engine();
  }

  @Override
  public EngineRequest request() {
    return Replicate.request("a cat");
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
    "get-huge, 2",
    "get-drip, 2",
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
  void letsGoWhenItIsInterrupted() {
    var request = Replicate.request("a cat");
    var reference = replicate.accepted(request);
    var picture = picture(replicate.engine().poll(reference, request));

    Thread.currentThread().interrupt();

    assertThat(replicate.engine().poll(reference, request)).isInstanceOf(Unavailable.class);
    assertThatIOException().isThrownBy(picture::bytes);
    assertThat(replicate.engine().submit(request)).isEqualTo(new Unclear());
    assertThat(Thread.interrupted()).isTrue();
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

  @ParameterizedTest
  @CsvSource({
    "black-forest-labs/flux-schnell",
    "stability-ai/sdxl:7762fd07cf82c948538e41f63f77d685e02b063e37e496e96eefd46c929f9bdc",
  })
  void tellsWhichModelAndVersionMadeAPicture(String model) {
    replicate.with("model", model);
    var request = Replicate.request("a cat");

    var result = replicate.engine().poll(replicate.accepted(request), request);

    assertThat(((Finished) result).model()).isEqualTo(model);
  }

  private static EngineResult.Picture picture(EngineResult result) {
    assertThat(result).isInstanceOf(Finished.class);
    return ((Finished) result).picture();
  }
}
