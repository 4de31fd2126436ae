package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.aipixels.engines.EngineResult.Finished;
import com.aipixels.engines.EngineResult.HostUnavailable;
import com.aipixels.engines.EngineResult.UnacceptablePicture;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is fetched from the file host, and what is left there.
@Execution(ExecutionMode.CONCURRENT)
class ReplicateDeliveryTest {

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
  @ValueSource(strings = {"file-500", "file-hang"})
  void learnsNothingOfThePictureWhereTheHostHasNoAnswer(String word) {
    replicate.with("download-timeout", "400ms");
    var request = Replicate.request("a cat fake-" + word);
    var picture = picture(replicate.engine().poll(replicate.accepted(request), request));

    assertThatExceptionOfType(HostUnavailable.class).isThrownBy(picture::bytes);
  }

  @Test
  void asksAHostThatIsGoneEveryTwoSeconds() throws Exception {
    replicate.with("download-timeout", "400ms");
    var request = Replicate.request("a cat fake-file-hang");
    var silent = picture(replicate.engine().poll(replicate.accepted(request), request));
    var other = Replicate.request("a cat");
    var fine = picture(replicate.engine().poll(replicate.accepted(other), other));
    for (int attempt = 0; attempt < 3; attempt++) {
      assertThatExceptionOfType(HostUnavailable.class).isThrownBy(silent::bytes);
    }

    assertThatExceptionOfType(HostUnavailable.class).isThrownBy(fine::bytes);
    replicate.turn(Duration.ofSeconds(2));
    assertThat(fine.bytes()).isNotEmpty();
    assertThat(fine.bytes()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file-cut", "file-drip", "file-rst"})
  void fetchesAgainWhatMayArriveAnotherTime(String word) {
    replicate.with("download-timeout", "400ms");
    var request = Replicate.request("a cat fake-" + word);
    var picture = picture(replicate.engine().poll(replicate.accepted(request), request));

    assertThatIOException().isThrownBy(picture::bytes).isNotInstanceOf(HostUnavailable.class);
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
  void handsOnThePictureByteForByte() throws Exception {
    var request = Replicate.request("a cat");
    var reference = replicate.accepted(request);
    var input = replicate.fake.predictions().find(reference).orElseThrow().input();

    assertThat(picture(replicate.engine().poll(reference, request)).bytes())
        .isEqualTo(FakePictures.draw(input, 16, "png"));
  }

  @Test
  void forgottenPicturesAreNotWaitedFor() throws Exception {
    var request = Replicate.request("a cat");
    var picture = picture(replicate.engine().poll(replicate.accepted(request), request));

    replicate.turn(Duration.ofMinutes(61));

    assertThatExceptionOfType(UnacceptablePicture.class).isThrownBy(picture::bytes);
  }

  private static EngineResult.Picture picture(EngineResult result) {
    assertThat(result).isInstanceOf(Finished.class);
    return ((Finished) result).picture();
  }
}
