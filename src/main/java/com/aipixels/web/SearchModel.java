package com.aipixels.web;

import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.SearchQuery.Order;
import com.aipixels.look.Category;
import com.aipixels.paging.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found, with links that keep the words.
public record SearchModel(
    Chrome chrome,
    String text,
    Order order,
    @Nullable Category category,
    Slice<ImageCard> pictures,
    Mistakes mistakes)
    implements PageModel {

  /// Before anything was searched for.
  static SearchModel start(Chrome chrome) {
    return refused(chrome, "", Mistakes.none());
  }

  static SearchModel refused(Chrome chrome, String text, Mistakes mistakes) {
    Slice<ImageCard> nothing = new Slice<>(List.of(), null);
    return new SearchModel(chrome, text, Order.RELEVANCE, null, nothing, mistakes);
  }

  @Override
  public String template() {
    return "search.jte";
  }

  public String in(@Nullable Category other) {
    return link(order, other).toString();
  }

  public String by(Order other) {
    return link(other, category).toString();
  }

  public @Nullable String next() {
    String cursor = pictures.nextCursor();
    return cursor == null ? null : link(order, category).and("cursor", cursor).toString();
  }

  private Link link(Order by, @Nullable Category in) {
    return new Link(SearchPage.PATH)
        .and("q", text)
        .and("sort", by == Order.RELEVANCE ? null : by)
        .and("category", in);
  }
}
