package com.aipixels.painter;

import com.aipixels.engines.EngineCapabilities;
import com.aipixels.engines.EngineRequest;
import com.aipixels.engines.EngineResult;
import com.aipixels.engines.ImageEngine;
import com.aipixels.engines.Lookup;
import com.aipixels.engines.Submission;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Paints on the spot. It remembers nothing: a request alone is enough to paint its picture again,
/// in this process or another.
@Component
@ConditionalOnProperty(name = "aipixels.engine", havingValue = "painter", matchIfMissing = true)
class PainterEngine implements ImageEngine {

  /// To be raised with every change of what is painted for a request and its seed.
  private static final String MODEL = "painter:1";

  private final Composer composer = new Composer();
  private final EngineCapabilities capabilities =
      new EngineCapabilities(
          "painter", false, false, true, true, Runtime.getRuntime().availableProcessors());

  @Override
  public String name() {
    return "painter";
  }

  @Override
  public EngineCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public Submission submit(EngineRequest request) {
    return new Submission.Accepted(request.id().toString());
  }

  @Override
  public Lookup find(EngineRequest request, Instant submittedAfter) {
    return new Lookup.Missing();
  }

  @Override
  public EngineResult poll(String reference, EngineRequest request) {
    try {
      byte[] png = Png.of(Painting.of(request, composer).paint());
      return new EngineResult.Finished(() -> png, MODEL);
    } catch (Canvas.Interruption stopped) {
      return new EngineResult.Unavailable(Duration.ofSeconds(1));
    }
  }

  @Override
  public boolean cancel(String reference) {
    // A caller that no longer wants a picture interrupts the thread that polls for it.
    return true;
  }
}
