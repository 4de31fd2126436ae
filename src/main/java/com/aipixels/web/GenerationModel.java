package com.aipixels.web;

import com.aipixels.gallery.Image;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageId;
import com.aipixels.generation.Generation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request, while it is made and afterwards.
///
/// @param batch all that were asked for together, this one included
/// @param pictures what came of them and is still there
/// @param image what came of it, where something did and is still there
/// @param again the same request once more
public record GenerationModel(
    Chrome chrome,
    Generation generation,
    List<Generation> batch,
    Map<ImageId, ImageCard> pictures,
    @Nullable Image image,
    CreateForm again)
    implements PageModel {

  @Override
  public String template() {
    return "generation.jte";
  }

  public @Nullable ImageCard pictureOf(Generation one) {
    return one.state() instanceof Generation.Succeeded(ImageId id, _) && id != null
        ? pictures.get(id)
        : null;
  }

  public Generation.State state() {
    return generation.state();
  }

  public String events() {
    return "/api/v1/generations/" + generation.id() + "/events";
  }

  public Shape shape() {
    return Shape.of(generation.request().aspectRatio());
  }

  /// How long it took from asking to the picture, at least one second; 0 while there is none.
  public long seconds() {
    return state() instanceof Generation.Succeeded(_, Instant finishedAt)
        ? Math.max(1, Duration.between(generation.createdAt(), finishedAt).toSeconds())
        : 0;
  }

  /// Who or what drew it; null while nobody has.
  public @Nullable String maker() {
    return state() instanceof Generation.Succeeded
        ? GenerationText.maker(
            chrome.words(), generation.engine(), image == null ? null : image.model())
        : null;
  }

  /// What the line under the bar says.
  public String standing() {
    return GenerationText.standing(chrome.words(), state());
  }
}
