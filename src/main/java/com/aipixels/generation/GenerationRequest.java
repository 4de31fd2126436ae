package com.aipixels.generation;

import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.Tags;
import com.aipixels.gallery.Visibility;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import com.aipixels.problems.InputRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a member asks for, complete and within the limits; what was left out has its default. A
/// missing seed is chosen when the request is accepted.
///
/// @param translatedPrompt what the engine is to read instead of what the translator would say;
///   null leaves it to the translator
public record GenerationRequest(
    String prompt,
    @Nullable String translatedPrompt,
    @Nullable String negativePrompt,
    @Nullable Category category,
    ImageSize imageSize,
    AspectRatio aspectRatio,
    @Nullable Style style,
    @Nullable ColorTone colorTone,
    Visibility visibility,
    @Nullable String title,
    @Nullable String description,
    List<String> tags,
    @Nullable Long seed,
    @Nullable ImageId sourceImageId,
    boolean allowDownload,
    boolean allowComments) {

  /// The largest seed that every engine takes.
  public static final long MAX_SEED = Integer.MAX_VALUE;

  /// Other languages need more characters for the same.
  public static final int LONGEST_TRANSLATION = 10_000;

  public GenerationRequest {
    new InputRules()
        .required("prompt", prompt, 2000)
        .optional("translatedPrompt", translatedPrompt, LONGEST_TRANSLATION)
        .that(
            translatedPrompt == null || !translatedPrompt.isBlank(),
            "translatedPrompt",
            "must not be blank")
        .optional("negativePrompt", negativePrompt, 2000)
        .optional("title", title, 255)
        .optional("description", description, 5000)
        .that(
            seed == null || (seed >= 0 && seed <= MAX_SEED),
            "seed",
            "must be between 0 and " + MAX_SEED)
        .check();
    tags = Tags.of(tags);
  }

  /// The same request with this seed.
  GenerationRequest seeded(long chosen) {
    return new GenerationRequest(
        prompt,
        translatedPrompt,
        negativePrompt,
        category,
        imageSize,
        aspectRatio,
        style,
        colorTone,
        visibility,
        title,
        description,
        tags,
        chosen,
        sourceImageId,
        allowDownload,
        allowComments);
  }
}
