package com.aipixels.web;

import com.aipixels.gallery.Image;
import com.aipixels.generation.Generation;
import org.jspecify.annotations.Nullable;

/// One request, while it is made and afterwards.
///
/// @param image what came of it, where something did and is still there
/// @param again the same request once more
public record GenerationModel(
    Chrome chrome, Generation generation, @Nullable Image image, CreateForm again)
    implements PageModel {

  @Override
  public String template() {
    return "generation.jte";
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

  /// What the line under the bar says.
  public String standing() {
    return GenerationText.standing(chrome.words(), state());
  }
}
