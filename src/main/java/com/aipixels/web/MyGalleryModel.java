package com.aipixels.web;

import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.Visibility;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// A member's own pictures.
///
/// @param only null shows all of them
/// @param choosing whether some are being chosen
/// @param done what was done to some of them just now, and to how many
public record MyGalleryModel(
    Chrome chrome,
    @Nullable Visibility only,
    Slice<ImageCard> pictures,
    boolean choosing,
    ChosenForm.@Nullable Act done,
    int count)
    implements PageModel {

  @Override
  public String template() {
    return "my-gallery.jte";
  }

  public String showing(@Nullable Visibility visibility) {
    return address(visibility, choosing).toString();
  }

  /// The same pictures, to choose from or not.
  public String choosing(boolean choose) {
    return address(only, choose).toString();
  }

  private static Link address(@Nullable Visibility visibility, boolean choose) {
    return new Link("/me").and("visibility", visibility).and("choose", choose ? "true" : null);
  }

  public @Nullable String next() {
    String cursor = pictures.nextCursor();
    return cursor == null ? null : address(only, choosing).and("cursor", cursor).toString();
  }
}
