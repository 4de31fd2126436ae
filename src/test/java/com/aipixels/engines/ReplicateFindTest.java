package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.engines.Lookup.Found;
import com.aipixels.engines.Lookup.Missing;
import com.aipixels.engines.Lookup.Unavailable;
import com.aipixels.engines.Submission.Unclear;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a submission whose answer was lost.
class ReplicateFindTest {

  private static final UUID OTHER = UUID.fromString("0199a8f0-0000-7000-8000-00000000000f");

  private Replicate replicate;

  @BeforeEach
  void start() throws Exception {
    replicate = new Replicate();
  }

  @AfterEach
  void stop() {
    replicate.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://aipixels.example"})
  void findsWhatWasStartedWithoutAnAnswer(String publicUrl) {
    replicate.with("public-url", publicUrl);
    var request = Replicate.request("a cat fake-cut-answer");
    assertThat(replicate.engine().submit(request)).isEqualTo(new Unclear());

    assertThat(replicate.engine().find(request, Replicate.NOON))
        .isEqualTo(new Found(replicate.fake.predictions().all().getFirst().id()));
    assertThat(replicate.fake.posts().values()).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "502", "reset"})
  void missesWhatWasNotStartedOnceItCannotTurnUpAnyMore(String word) {
    var request = Replicate.request("a cat fake-once-" + word);
    assertThat(replicate.engine().submit(request)).isEqualTo(new Unclear());

    assertThat(replicate.engine().find(request, Replicate.NOON))
        .isEqualTo(new Unavailable(Duration.ofSeconds(20)));
    replicate.turn(Duration.ofSeconds(20));
    assertThat(replicate.engine().find(request, Replicate.NOON)).isEqualTo(new Missing());
  }

  @Test
  void tellsAFailedListingFromAMissingPrediction() {
    replicate.turn(Duration.ofMinutes(1));
    replicate.fake.misbehave("list-502");

    assertThat(replicate.engine().find(Replicate.request("a cat"), Replicate.NOON))
        .isEqualTo(new Unavailable(Duration.ofSeconds(2)));
  }

  @Test
  void looksThroughEveryPage() {
    replicate.fake.knobs().pageSize = 2;
    var request = Replicate.request("a cat");
    var reference = replicate.accepted(request);
    for (int seed = 0; seed < 5; seed++) {
      replicate.accepted(Replicate.request(OTHER, "another cat"));
    }

    assertThat(replicate.engine().find(request, Replicate.NOON)).isEqualTo(new Found(reference));
  }

  @Test
  void keepsTheKeyFromAPageElsewhere() {
    replicate.fake.knobs().pageSize = 1;
    replicate.fake.misbehave("list-elsewhere");
    replicate.accepted(Replicate.request(OTHER, "another cat"));
    replicate.accepted(Replicate.request(OTHER, "another cat"));

    assertThat(replicate.engine().find(Replicate.request("a cat"), Replicate.NOON))
        .isEqualTo(new Unavailable(Duration.ofSeconds(2)));
    assertThat(replicate.fake.keysSentToFileHost()).isEmpty();
  }

  @Test
  void doesNotTakeAnotherGenerationsPredictionForItsOwn() {
    replicate.with("public-url", "https://aipixels.example");
    replicate.accepted(Replicate.request(OTHER, "a cat"));
    replicate.turn(Duration.ofMinutes(1));

    assertThat(replicate.engine().find(Replicate.request("a cat"), Replicate.NOON))
        .isEqualTo(new Missing());
  }

  @Test
  void looksAtThePredictionWhereTheListDoesNotSayWhoseItIs() {
    replicate.fake.knobs().listWithoutWebhooks = true;
    replicate.with("public-url", "https://aipixels.example");
    var request = Replicate.request("a cat");
    var reference = replicate.accepted(request);
    replicate.accepted(Replicate.request(OTHER, "a cat"));

    assertThat(replicate.engine().find(request, Replicate.NOON)).isEqualTo(new Found(reference));
  }

  @Test
  void withoutAWebhookPromptAndSeedMustBothBeEqual() {
    var request = Replicate.request("a cat");
    replicate.accepted(Replicate.request(OTHER, "another cat"));
    replicate.accepted(seeded(request, 1));
    replicate.turn(Duration.ofMinutes(1));

    assertThat(replicate.engine().find(request, Replicate.NOON)).isEqualTo(new Missing());
  }

  @Test
  void doesNotAdoptWhatIsOlderThanTheSubmission() {
    var request = Replicate.request("a cat");
    replicate.accepted(request);
    replicate.turn(Duration.ofHours(1));

    assertThat(replicate.engine().find(request, Replicate.NOON.plus(Duration.ofMinutes(30))))
        .isEqualTo(new Missing());
  }

  @Test
  void findsWhatAnotherProcessOfOursSubmitted() {
    var request = Replicate.request("a cat");
    var reference = replicate.accepted(request);

    replicate.with("parallelism", "1");

    assertThat(replicate.engine().find(request, Replicate.NOON)).isEqualTo(new Found(reference));
  }

  private static EngineRequest seeded(EngineRequest request, long seed) {
    return new EngineRequest(
        OTHER,
        request.prompt(),
        request.englishPrompt(),
        request.negativePrompt(),
        request.category(),
        request.imageSize(),
        request.aspectRatio(),
        request.style(),
        request.colorTone(),
        seed,
        request.deadline());
  }
}
