package com.aipixels.generation;

import com.aipixels.gallery.ImageId;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A generation as the API and its events show it.
///
/// @param siblings the others that were asked for together with it
record GenerationAnswer(
    GenerationId id,
    @Schema(allowableValues = {"queued", "running", "succeeded", "failed", "cancelled"})
        String status,
    double progress,
    @Nullable Integer queuePosition,
    String prompt,
    @Nullable String translatedPrompt,
    @Nullable String negativePrompt,
    @Nullable Category category,
    ImageSize imageSize,
    AspectRatio aspectRatio,
    @Nullable Style style,
    @Nullable ColorTone colorTone,
    @Nullable Long seed,
    String engine,
    List<GenerationId> siblings,
    @Nullable ImageId imageId,
    @Nullable Fault error,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  record Fault(String code, String message) {}

  private record Details(
      @Nullable Integer queuePosition,
      @Nullable ImageId imageId,
      @Nullable Fault error,
      @Nullable Instant finishedAt) {}

  static GenerationAnswer of(Generation generation) {
    Generation.State state = generation.state();
    Details details =
        switch (state) {
          case Generation.Queued(int position) -> new Details(position, null, null, null);
          case Generation.Running _ -> new Details(null, null, null, null);
          case Generation.Succeeded(ImageId image, Instant at) ->
              new Details(null, image, null, at);
          case Generation.Failed(String code, String message, Instant at) ->
              new Details(null, null, new Fault(code, message), at);
          case Generation.Cancelled(Instant at) -> new Details(null, null, null, at);
        };
    GenerationRequest request = generation.request();
    return new GenerationAnswer(
        generation.id(),
        state.status(),
        Math.round(state.progress() * 100) / 100.0,
        details.queuePosition(),
        request.prompt(),
        generation.translatedPrompt(),
        request.negativePrompt(),
        request.category(),
        request.imageSize(),
        request.aspectRatio(),
        request.style(),
        request.colorTone(),
        request.seed(),
        generation.engine(),
        generation.siblings(),
        details.imageId(),
        details.error(),
        generation.createdAt(),
        details.finishedAt());
  }
}
