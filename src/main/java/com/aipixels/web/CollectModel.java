package com.aipixels.web;

import com.aipixels.collections.Choice;
import com.aipixels.gallery.ImageCard;
import java.util.List;

/// A picture, and the collections that it may be put into.
public record CollectModel(
    Chrome chrome, ImageCard card, List<Choice> choices, CollectionForm form, Mistakes mistakes)
    implements PageModel {

  @Override
  public String template() {
    return "collect.jte";
  }

  public String title() {
    return chrome.words().title(card.title(), card.style(), card.category());
  }

  public String path(Choice choice) {
    return "/collections/" + choice.id() + "/images/" + card.id();
  }
}
