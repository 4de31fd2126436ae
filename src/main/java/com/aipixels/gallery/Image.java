package com.aipixels.gallery;

import com.aipixels.look.ImageSize;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One picture with everything that is kept of it.
public record Image(
    @JsonUnwrapped ImageCard card,
    String clerkUserId,
    String filePath,
    @Nullable String description,
    String prompt,
    @Nullable String translatedPrompt,
    @Nullable String negativePrompt,
    @Nullable ImageSize imageSize,
    @Nullable String replicateId,
    @Nullable String engine,
    @Nullable Long seed,
    boolean allowDownload,
    boolean allowComments,
    Instant updatedAt,
    boolean isOwner,
    Versions versions) {

  /// Where the picture stands in its tree; what the viewer may not see is left out.
  public record Versions(int rootId, @Nullable Integer parentId, int childCount) {}

  Image with(ImageCard shown) {
    return new Image(
        shown,
        clerkUserId,
        filePath,
        description,
        prompt,
        translatedPrompt,
        negativePrompt,
        imageSize,
        replicateId,
        engine,
        seed,
        allowDownload,
        allowComments,
        updatedAt,
        isOwner,
        versions);
  }
}
