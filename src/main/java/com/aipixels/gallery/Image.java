package com.aipixels.gallery;

import com.aipixels.look.AspectRatio;
import com.aipixels.look.ImageSize;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One picture with everything that is kept of it.
///
/// @param model the engine's model and version that made it; null where that was not kept
/// @param reproducible whether the engine promised that the same model, settings and seed give the
///   same bytes
/// @param heldFor why it is held back, if it is; then only its owner sees it
public record Image(
    @JsonUnwrapped ImageCard card,
    String clerkUserId,
    String filePath,
    @Nullable String description,
    String prompt,
    @Nullable String translatedPrompt,
    @Nullable String negativePrompt,
    @Nullable ImageSize imageSize,
    @Nullable AspectRatio aspectRatio,
    @Nullable String replicateId,
    @Nullable String engine,
    @Nullable String model,
    @Nullable Long seed,
    boolean reproducible,
    boolean allowDownload,
    boolean allowComments,
    Instant updatedAt,
    boolean isOwner,
    List<HoldCause> heldFor,
    Kinship versions) {

  /// Where the picture stands in its tree; what the viewer may not see is left out.
  ///
  /// @param rootId the first of the tree where it may be seen, else the topmost of the nearest
  ///   eight ancestors that may be, else the picture itself
  /// @param parentId the nearest of these; null where none may be seen
  /// @param childCount pictures made from this one, of which no more than 100 are counted
  /// @param descent how it came from its parent
  /// @param gap whether something that once was public, and now is not to be seen, stands between
  ///   the two or, without a parent, before it
  public record Kinship(
      int rootId,
      @Nullable Integer parentId,
      int childCount,
      @Nullable Descent descent,
      boolean gap) {

    /// Where `childCount` ends.
    public static final int MOST_COUNTED = 100;
  }

  Image with(ImageCard shown) {
    return with(shown, versions);
  }

  Image with(Kinship kinship) {
    return with(card, kinship);
  }

  private Image with(ImageCard shown, Kinship kinship) {
    return new Image(
        shown,
        clerkUserId,
        filePath,
        description,
        prompt,
        translatedPrompt,
        negativePrompt,
        imageSize,
        aspectRatio,
        replicateId,
        engine,
        model,
        seed,
        reproducible,
        allowDownload,
        allowComments,
        updatedAt,
        isOwner,
        heldFor,
        kinship);
  }
}
