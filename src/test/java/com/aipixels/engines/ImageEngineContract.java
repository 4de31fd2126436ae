package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What every engine keeps to, whoever draws.
public interface ImageEngineContract {

  ImageEngine engine();

  /// One that the engine can fulfil.
  EngineRequest request();

  @Test
  default void isCalledAsInTheSettings() {
    assertThat(engine().name()).matches("[a-z][a-z0-9]*");
    assertThat(engine().capabilities().parallelism()).isPositive();
  }

  @Test
  default void turnsARequestIntoAPictureThatCanBeFetchedTwice() throws Exception {
    var engine = engine();
    var reference = ((Submission.Accepted) engine.submit(request())).reference();
    assertThat(reference).hasSizeBetween(1, 255);

    var result =
        await()
            .until(
                () -> engine.poll(reference, request()),
                polled -> polled instanceof EngineResult.Finished);

    var picture = ((EngineResult.Finished) result).picture();
    assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes()))).isNotNull();
    assertThat(picture.bytes()).isEqualTo(picture.bytes());
  }

  @Test
  default void cancellingTwiceIsHarmless() {
    var engine = engine();
    var reference = ((Submission.Accepted) engine.submit(request())).reference();

    assertThat(engine.cancel(reference)).isTrue();
    assertThat(engine.cancel(reference)).isTrue();

    assertThat(engine.poll(reference, request())).isNotInstanceOf(EngineResult.Unavailable.class);
  }
}
