package com.aipixels.web;

import com.aipixels.gallery.ImageCard;
import java.util.List;

/// Whether these pictures shall really be deleted.
public record ChosenModel(Chrome chrome, List<ImageCard> pictures) implements PageModel {

  @Override
  public String template() {
    return "delete-chosen.jte";
  }
}
