package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A finished picture on its way into the gallery.
///
/// @param generationId the request it answers; a second picture for the same request is refused by
///   the database
public record NewImage(
    UUID generationId,
    UserId owner,
    PictureFile file,
    Words words,
    Look look,
    Making making,
    Visibility visibility,
    boolean allowDownload,
    boolean allowComments) {

  /// What is written about it.
  public record Words(
      @Nullable String title,
      @Nullable String description,
      List<String> tags,
      String prompt,
      @Nullable String translatedPrompt,
      @Nullable String negativePrompt) {}

  /// What it was asked to look like.
  public record Look(
      @Nullable Category category,
      ImageSize imageSize,
      AspectRatio aspectRatio,
      @Nullable Style style,
      @Nullable ColorTone colorTone) {}

  /// How it came to be; `engineReference` is the engine's own id of it.
  ///
  /// @param model of the engine, with its version
  /// @param reproducible whether the engine promises the same bytes for the same request and seed
  public record Making(
      String engine,
      String model,
      boolean reproducible,
      @Nullable String engineReference,
      long seed,
      @Nullable ImageId source) {}
}
