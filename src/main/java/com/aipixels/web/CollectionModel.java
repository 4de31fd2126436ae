package com.aipixels.web;

import com.aipixels.collections.Collection;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.Visibility;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// A collection and its pictures.
///
/// @param link the secret that the viewer came with
public record CollectionModel(
    Chrome chrome,
    Collection collection,
    Slice<ImageCard> pictures,
    @Nullable String link,
    CollectionForm form,
    Mistakes mistakes)
    implements PageModel {

  @Override
  public String template() {
    return "collection.jte";
  }

  /// Where its owner's link leads; null without one.
  public @Nullable String address() {
    String secret = collection.link();
    return secret == null ? null : new Link(chrome.site() + path()).and("link", secret).toString();
  }

  public String path() {
    return "/collections/" + collection.id();
  }

  /// Null for what is only shown to some.
  public @Nullable Shared shared() {
    String description = collection.description();
    return isPrivate()
        ? null
        : new Shared(
            path(),
            Shared.brief(description == null ? collection.name() : description),
            collection.cover(),
            null,
            false);
  }

  /// What the buttons of a picture are sent to.
  public String path(ImageCard card) {
    return path() + "/images/" + card.id();
  }

  public boolean isPrivate() {
    return collection.visibility() == Visibility.PRIVATE;
  }

  public boolean isCover(ImageCard card) {
    ImageCard cover = collection.cover();
    return cover != null && cover.id().equals(card.id());
  }

  /// The picture on this page that stands so many places behind the card.
  public @Nullable ImageCard beside(ImageCard card, int places) {
    int at = pictures.items().indexOf(card) + places;
    return at < 0 || at >= pictures.items().size() ? null : pictures.items().get(at);
  }

  public @Nullable String next() {
    String cursor = pictures.nextCursor();
    return cursor == null
        ? null
        : new Link(path()).and("link", link).and("cursor", cursor).toString();
  }
}
