package com.aipixels.web;

import com.aipixels.gallery.FeedQuery;
import com.aipixels.gallery.FeedQuery.Sort;
import com.aipixels.gallery.ImageCard;
import com.aipixels.look.Category;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// The community feed, with links that change one filter and keep the others.
public record FeedModel(Chrome chrome, FeedQuery query, Slice<ImageCard> pictures)
    implements PageModel {

  @Override
  public String template() {
    return "feed.jte";
  }

  /// Nothing narrowed, nothing sorted.
  public boolean isFront() {
    return query.equals(FeedQuery.latest());
  }

  public String in(@Nullable Category category) {
    return href(
        new FeedQuery(query.sort(), category, query.style(), query.colorTone(), query.tag()));
  }

  public String by(Sort sort) {
    return href(
        new FeedQuery(sort, query.category(), query.style(), query.colorTone(), query.tag()));
  }

  public String withoutStyle() {
    return href(
        new FeedQuery(query.sort(), query.category(), null, query.colorTone(), query.tag()));
  }

  public String withoutTone() {
    return href(new FeedQuery(query.sort(), query.category(), query.style(), null, query.tag()));
  }

  public String withoutTag() {
    return href(
        new FeedQuery(query.sort(), query.category(), query.style(), query.colorTone(), null));
  }

  /// The rest of the list, null where there is none.
  public @Nullable String next() {
    String cursor = pictures.nextCursor();
    return cursor == null ? null : link(query).and("cursor", cursor).toString();
  }

  private static String href(FeedQuery query) {
    return link(query).toString();
  }

  private static Link link(FeedQuery query) {
    return new Link("/")
        .and("sort", query.sort() == Sort.LATEST ? null : query.sort())
        .and("category", query.category())
        .and("style", query.style())
        .and("colorTone", query.colorTone())
        .and("tag", query.tag());
  }
}
