package com.aipixels.web;

import com.aipixels.gallery.Image;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.Visibility;

/// One picture and the facts of its making.
///
/// @param form what its owner may change, as it is or as it was just sent
public record PictureModel(Chrome chrome, Image image, PictureForm form, Mistakes mistakes)
    implements PageModel {

  @Override
  public String template() {
    return "picture.jte";
  }

  public ImageCard card() {
    return image.card();
  }

  public String title() {
    return chrome.words().title(card().title(), card().style(), card().category());
  }

  public boolean isPublic() {
    return card().visibility() == Visibility.PUBLIC;
  }

  public boolean isDownloadable() {
    return image.allowDownload() || image.isOwner();
  }
}
