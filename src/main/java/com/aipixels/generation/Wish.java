package com.aipixels.generation;

import com.aipixels.gallery.Image;
import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.Visibility;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import com.aipixels.problems.InputRules;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a member says of the pictures they want: what is missing has its default or, where they are
/// made from another picture, is taken from that one's request.
///
/// @param inherits whether it is; else the source is only linked to
/// @param count how many pictures, alike but for their seeds
public record Wish(
    @Nullable String prompt,
    @Nullable String translatedPrompt,
    @Nullable String negativePrompt,
    Look look,
    Visibility visibility,
    @Nullable String title,
    @Nullable String description,
    List<String> tags,
    @Nullable Long seed,
    @Nullable ImageId sourceImageId,
    boolean inherits,
    boolean allowDownload,
    boolean allowComments,
    int count) {

  /// How many pictures may be asked for at once.
  public static final int MOST = 4;

  /// What the pictures are to look like.
  public record Look(
      @Nullable Category category,
      @Nullable ImageSize imageSize,
      @Nullable AspectRatio aspectRatio,
      @Nullable Style style,
      @Nullable ColorTone colorTone) {

    private static Look of(Image image) {
      return new Look(
          image.card().category(),
          image.imageSize(),
          image.aspectRatio(),
          image.card().style(),
          image.card().colorTone());
    }

    private Look or(Look other) {
      return new Look(
          first(category, other.category),
          first(imageSize, other.imageSize),
          first(aspectRatio, other.aspectRatio),
          first(style, other.style),
          first(colorTone, other.colorTone));
    }
  }

  public Wish {
    tags = List.copyOf(tags);
    new InputRules()
        .that(count >= 1 && count <= MOST, "count", "must be between 1 and " + MOST)
        .check();
  }

  /// With nothing left to be taken from anywhere.
  public static Wish complete(GenerationRequest request, int count) {
    return new Wish(
        request.prompt(),
        request.translatedPrompt(),
        request.negativePrompt(),
        new Look(
            request.category(),
            request.imageSize(),
            request.aspectRatio(),
            request.style(),
            request.colorTone()),
        request.visibility(),
        request.title(),
        request.description(),
        request.tags(),
        request.seed(),
        request.sourceImageId(),
        false,
        request.allowDownload(),
        request.allowComments(),
        count);
  }

  /// The complete request.
  ///
  /// @param source what the pictures are made from
  /// @throws com.aipixels.problems.Problem naming the fields that break a rule
  GenerationRequest after(@Nullable Image source) {
    return source == null || !inherits
        ? request(prompt, translatedPrompt, negativePrompt, look)
        : request(
            first(prompt, source.prompt()),
            // Other words need another translation.
            prompt == null ? first(translatedPrompt, read(source)) : translatedPrompt,
            first(negativePrompt, source.negativePrompt()),
            look.or(Look.of(source)));
  }

  private GenerationRequest request(
      @Nullable String words, @Nullable String translated, @Nullable String unwanted, Look whole) {
    return new GenerationRequest(
        Objects.requireNonNullElse(words, ""),
        translated,
        unwanted,
        whole.category(),
        Objects.requireNonNullElse(whole.imageSize(), ImageSize.MEDIUM),
        Objects.requireNonNullElse(whole.aspectRatio(), AspectRatio.SQUARE),
        whole.style(),
        whole.colorTone(),
        visibility,
        title,
        description,
        tags,
        seed,
        sourceImageId,
        allowDownload,
        allowComments);
  }

  /// Pictures from before us may have an empty one.
  private static @Nullable String read(Image source) {
    String translated = source.translatedPrompt();
    return translated == null || translated.isBlank() ? null : translated;
  }

  private static <T> @Nullable T first(@Nullable T said, @Nullable T otherwise) {
    return said == null ? otherwise : said;
  }
}
