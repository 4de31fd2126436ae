package com.aipixels.gallery;

import com.aipixels.gallery.FeedQuery.Sort;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import org.springframework.stereotype.Component;

/// The community's feeds: which table holds the pictures in the order that is asked for.
@Component
class FeedQueries {

  private final CardQueries cards;

  FeedQueries(CardQueries cards) {
    this.cards = cards;
  }

  Slice<ImageCard> feed(Viewer viewer, FeedQuery query, PageRequest page) {
    CardList list =
        switch (query.circle()) {
          case ALL -> everybodys(query);
          case FOLLOWING -> followed(viewer, query, page);
        };
    return cards.page(list, viewer, page);
  }

  private static CardList followed(Viewer viewer, FeedQuery query, PageRequest page) {
    viewer.memberId();
    return FollowingFeed.list(query, page);
  }

  private static CardList everybodys(FeedQuery query) {
    Place place = Place.of(query.sort());
    if (query.filter().tag() != null) {
      return list(place, "image_tags", query.filter());
    }
    return query.sort() == Sort.LATEST
        ? latest(query.filter())
        : list(place, "image_ranks", query.filter());
  }

  private static CardList latest(ImageFilter filter) {
    return new CardList(
        Place.PUBLISHED,
        "i",
        "images i",
        "i.visibility = 'public'" + FilterSql.of(filter, "i"),
        FilterSql.parameters(filter));
  }

  private static CardList list(Place place, String table, ImageFilter filter) {
    return new CardList(
        place,
        "f",
        table + " f JOIN images i ON i.id = f.image_id",
        "i.visibility = 'public'"
            + FilterSql.of(filter, "f")
            + FilterSql.tagged(filter, "f.tag_id"),
        FilterSql.parameters(filter));
  }
}
