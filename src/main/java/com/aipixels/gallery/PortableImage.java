package com.aipixels.gallery;

import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import com.aipixels.problems.InputRules;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture as its owner takes it along and brings it elsewhere: one line of JSON.
///
/// @param id in the service that it comes from, like `sourceImageId`
/// @param file where its original is beside the line, null where there is none
/// @param sha256 of the original, in hexadecimal
public record PortableImage(
    int id,
    @Nullable String title,
    @Nullable String description,
    List<String> tags,
    String prompt,
    @Nullable String translatedPrompt,
    @Nullable String negativePrompt,
    @Nullable Category category,
    @Nullable ImageSize imageSize,
    @Nullable AspectRatio aspectRatio,
    @Nullable Style style,
    @Nullable ColorTone colorTone,
    Visibility visibility,
    boolean allowDownload,
    boolean allowComments,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable String engine,
    @Nullable String model,
    @Nullable String engineReference,
    @Nullable Long seed,
    @Nullable Integer sourceImageId,
    Counts counts,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant publishedAt,
    @Nullable String file,
    @Nullable String sha256) {

  private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");

  /// What others did with it until then; it is not brought along.
  public record Counts(int views, int likes, int comments, int downloads) {}

  /// The same with its original.
  public PortableImage in(String place, String hash) {
    return new PortableImage(
        id,
        title,
        description,
        tags,
        prompt,
        translatedPrompt,
        negativePrompt,
        category,
        imageSize,
        aspectRatio,
        style,
        colorTone,
        visibility,
        allowDownload,
        allowComments,
        width,
        height,
        engine,
        model,
        engineReference,
        seed,
        sourceImageId,
        counts,
        createdAt,
        updatedAt,
        publishedAt,
        place,
        hash);
  }

  /// The tags as they are stored, after everything was found to be as one could have written it
  /// here.
  ///
  /// @throws com.aipixels.problems.Problem naming every field that breaks a rule
  List<String> checked(Instant now) {
    new InputRules()
        .required("prompt", prompt, 2000)
        .optional("translatedPrompt", translatedPrompt, 10_000)
        .optional("negativePrompt", negativePrompt, 2000)
        .optional("title", title, 255)
        .optional("description", description, 5000)
        .optional("engine", engine, 100)
        .optional("model", model, 255)
        .optional("engineReference", engineReference, 255)
        .that(id > 0, "id", "must be positive")
        .that(isPast(createdAt, now), "createdAt", "must be a time in the past")
        .that(isPast(updatedAt, now), "updatedAt", "must be a time in the past")
        .that(
            publishedAt == null || isPast(publishedAt, now),
            "publishedAt",
            "must be a time in the past")
        .check();
    return Tags.of(tags);
  }

  private static boolean isPast(Instant time, Instant now) {
    return time.isAfter(OLDEST) && !time.isAfter(now);
  }
}
