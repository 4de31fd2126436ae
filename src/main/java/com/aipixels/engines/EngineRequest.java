package com.aipixels.engines;

import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One picture wanted.
///
/// @param id the generation's; an engine uses it for correlation only, never for the picture
/// @param prompt as the member wrote it
/// @param englishPrompt translated, or the prompt itself where nothing was translated
/// @param seed 0 to 2³¹−1
/// @param deadline when the caller gives up
public record EngineRequest(
    UUID id,
    String prompt,
    String englishPrompt,
    @Nullable String negativePrompt,
    @Nullable Category category,
    ImageSize imageSize,
    AspectRatio aspectRatio,
    @Nullable Style style,
    @Nullable ColorTone colorTone,
    long seed,
    Instant deadline) {

  /// Pixels wanted across.
  public int width() {
    return aspectRatio.width(imageSize.longSide());
  }

  /// Pixels wanted down.
  public int height() {
    return aspectRatio.height(imageSize.longSide());
  }
}
