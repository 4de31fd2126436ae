package com.aipixels.web;

import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.Visibility;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// A member's own pictures.
///
/// @param only null shows all of them
public record MyGalleryModel(Chrome chrome, @Nullable Visibility only, Slice<ImageCard> pictures)
    implements PageModel {

  @Override
  public String template() {
    return "my-gallery.jte";
  }

  public String showing(@Nullable Visibility visibility) {
    return new Link("/me").and("visibility", visibility).toString();
  }

  public @Nullable String next() {
    String cursor = pictures.nextCursor();
    return cursor == null
        ? null
        : new Link("/me").and("visibility", only).and("cursor", cursor).toString();
  }
}
