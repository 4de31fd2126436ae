package com.aipixels.web;

import com.aipixels.gallery.Image;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.Visibility;
import com.aipixels.generation.Generation;
import com.aipixels.generation.GenerationRequest;
import com.aipixels.generation.Wish;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A request for a picture as it stands in its form: complete, but not yet checked.
///
/// @param sourceImageId the picture that this one is made after
/// @param count how many of it
/// @param translatedPrompt what the engine is to read; empty: what the translator makes of it
/// @param readFrom the prompt that was read as `readAs`, before anything was changed
/// @param key sent back as it came, so that the same form twice is one request
public record CreateForm(
    String prompt,
    String translatedPrompt,
    String negativePrompt,
    @Nullable Category category,
    ImageSize imageSize,
    AspectRatio aspectRatio,
    @Nullable Style style,
    @Nullable ColorTone colorTone,
    Visibility visibility,
    String title,
    String tags,
    String seed,
    @Nullable Integer sourceImageId,
    Integer count,
    String readFrom,
    String readAs,
    String key) {

  /// Fields that were not sent have their defaults.
  public CreateForm(
      @Nullable String prompt,
      @Nullable String translatedPrompt,
      @Nullable String negativePrompt,
      @Nullable Category category,
      @Nullable ImageSize imageSize,
      @Nullable AspectRatio aspectRatio,
      @Nullable Style style,
      @Nullable ColorTone colorTone,
      @Nullable Visibility visibility,
      @Nullable String title,
      @Nullable String tags,
      @Nullable String seed,
      @Nullable Integer sourceImageId,
      @Nullable Integer count,
      @Nullable String readFrom,
      @Nullable String readAs,
      @Nullable String key) {
    this.prompt = FormText.lines(prompt);
    this.translatedPrompt = FormText.lines(translatedPrompt).strip();
    this.negativePrompt = FormText.lines(negativePrompt);
    this.category = category;
    this.imageSize = Objects.requireNonNullElse(imageSize, ImageSize.MEDIUM);
    this.aspectRatio = Objects.requireNonNullElse(aspectRatio, AspectRatio.SQUARE);
    this.style = style;
    this.colorTone = colorTone;
    this.visibility = Objects.requireNonNullElse(visibility, Visibility.PRIVATE);
    this.title = FormText.lines(title).strip();
    this.tags = FormText.lines(tags);
    this.seed = FormText.lines(seed).strip();
    this.sourceImageId = sourceImageId;
    this.count = Objects.requireNonNullElse(count, 1);
    this.readFrom = FormText.lines(readFrom);
    this.readAs = FormText.lines(readAs);
    this.key = FormText.lines(key);
  }

  /// An empty form with these words in it.
  static CreateForm saying(@Nullable String prompt, String key) {
    return new CreateForm(
        prompt, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, key);
  }

  /// For another picture in the manner of this one.
  static CreateForm after(Image image, String key) {
    ImageCard card = image.card();
    return new CreateForm(
        image.prompt(),
        other(image.prompt(), image.translatedPrompt()),
        image.negativePrompt(),
        card.category(),
        image.imageSize(),
        ratio(image),
        card.style(),
        card.colorTone(),
        null,
        null,
        String.join(", ", card.tags()),
        null,
        card.id().value(),
        1,
        image.prompt(),
        other(image.prompt(), image.translatedPrompt()),
        key);
  }

  /// For the same request once more, with another seed.
  static CreateForm again(Generation generation, String key) {
    GenerationRequest request = generation.request();
    String translated = other(request.prompt(), generation.translatedPrompt());
    ImageId source = request.sourceImageId();
    return new CreateForm(
        request.prompt(),
        translated,
        request.negativePrompt(),
        request.category(),
        request.imageSize(),
        request.aspectRatio(),
        request.style(),
        request.colorTone(),
        request.visibility(),
        request.title(),
        String.join(", ", request.tags()),
        null,
        source == null ? null : source.value(),
        1,
        request.prompt(),
        translated,
        key);
  }

  /// Not kept of pictures that are older than that.
  private static AspectRatio ratio(Image image) {
    ImageCard card = image.card();
    return Objects.requireNonNullElseGet(
        image.aspectRatio(), () -> Shape.of(card.width(), card.height()).nearest());
  }

  /// At most as long as the key of an API request.
  @Nullable String keyOrNull() {
    return key.isBlank() || key.length() > 255 ? null : key;
  }

  CreateForm withKey(String another) {
    return with(sourceImageId, another);
  }

  /// Made from this picture, or from none.
  CreateForm from(@Nullable ImageId source) {
    return with(source == null ? null : source.value(), key);
  }

  private CreateForm with(@Nullable Integer source, String oneTimeKey) {
    return new CreateForm(
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
        tags,
        seed,
        source,
        count,
        readFrom,
        readAs,
        oneTimeKey);
  }

  @Nullable ImageId source() {
    return sourceImageId == null ? null : new ImageId(sourceImageId);
  }

  /// What is asked for.
  ///
  /// @throws com.aipixels.problems.Problem naming the fields that break a rule
  Wish wish() {
    return Wish.complete(request(), count);
  }

  private GenerationRequest request() {
    return new GenerationRequest(
        prompt,
        isStale() ? null : FormText.orNull(translatedPrompt),
        FormText.orNull(negativePrompt),
        category,
        imageSize,
        aspectRatio,
        style,
        colorTone,
        visibility,
        FormText.orNull(title),
        null,
        FormText.tags(tags),
        seed.isEmpty() ? null : number(seed),
        source(),
        true,
        true);
  }

  /// Whether the prompt was changed and its translation was not.
  private boolean isStale() {
    return !prompt.equals(readFrom) && translatedPrompt.equals(readAs.strip());
  }

  /// What the engine read, where that was not the prompt itself.
  private static @Nullable String other(String prompt, @Nullable String translated) {
    return prompt.equals(translated) ? null : translated;
  }

  /// What is no number is no seed either, and is told so together with the other mistakes.
  private static Long number(String seed) {
    try {
      return Long.valueOf(seed);
    } catch (NumberFormatException e) {
      return -1L;
    }
  }
}
