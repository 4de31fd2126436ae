package com.aipixels.web;

import com.aipixels.gallery.FeedQuery;
import com.aipixels.gallery.FeedQuery.Circle;
import com.aipixels.gallery.FeedQuery.Sort;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageFilter;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// The community feed, with links that change one filter and keep the others.
public record FeedModel(Chrome chrome, FeedQuery query, Slice<ImageCard> pictures)
    implements PageModel {

  @Override
  public String template() {
    return "feed.jte";
  }

  /// Null for what changes with its reader, and for combinations without end.
  public @Nullable Shared shared() {
    FeedQuery known =
        FeedQuery.latest().of(new ImageFilter(filter().category(), null, null, filter().tag()));
    boolean isFound =
        query.equals(known) && (filter().category() == null || filter().tag() == null);
    String feed = href(query).replaceFirst("^/", "/feed.atom");
    return isFound
        ? new Shared(href(query), chrome.words().of("site.description"), first(), feed, false)
        : null;
  }

  private @Nullable ImageCard first() {
    return pictures.items().isEmpty() ? null : pictures.items().getFirst();
  }

  /// Nothing narrowed, nothing sorted.
  public boolean isFront() {
    return query.equals(FeedQuery.latest());
  }

  public String in(@Nullable Category category) {
    return href(query.of(filter().with(category)));
  }

  public String by(Sort sort) {
    return href(query.by(sort));
  }

  public String of(Circle circle) {
    return href(new FeedQuery(query.sort(), query.filter(), circle));
  }

  public String withoutStyle() {
    return href(query.of(filter().with((Style) null)));
  }

  public String withoutTone() {
    return href(query.of(filter().with((ColorTone) null)));
  }

  public String withoutTag() {
    return href(query.of(filter().tagged(null)));
  }

  public ImageFilter filter() {
    return query.filter();
  }

  /// The rest of the list, null where there is none.
  public @Nullable String next() {
    String cursor = pictures.nextCursor();
    return cursor == null ? null : link(query).and("cursor", cursor).toString();
  }

  static String href(FeedQuery query) {
    return link(query).toString();
  }

  private static Link link(FeedQuery query) {
    return new Link("/")
        .and("feed", query.circle() == Circle.ALL ? null : query.circle())
        .and("sort", query.sort() == Sort.LATEST ? null : query.sort())
        .and("category", query.filter().category())
        .and("style", query.filter().style())
        .and("colorTone", query.filter().colorTone())
        .and("tag", query.filter().tag());
  }
}
