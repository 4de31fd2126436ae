package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One member's pictures.
@Component
class MemberQueries {

  private static final String IMAGES = "images i";

  private final CardQueries cards;

  MemberQueries(CardQueries cards) {
    this.cards = cards;
  }

  Slice<ImageCard> of(UserId owner, Viewer viewer, @Nullable Visibility only, PageRequest page) {
    String where =
        only == null
            ? "i.clerk_user_id = :owner"
            : "i.clerk_user_id = :owner AND i.visibility = '%s'".formatted(only.value());
    return cards.page(list(Place.CREATED, where, owner), viewer, page);
  }

  Slice<ImageCard> publishedBy(UserId owner, Viewer viewer, PageRequest page) {
    String where = "i.clerk_user_id = :owner AND i.visibility = 'public'";
    return cards.page(list(Place.PUBLISHED, where, owner), viewer, page);
  }

  private static CardList list(Place place, String where, UserId owner) {
    return new CardList(place, "i", IMAGES, where, Map.of("owner", owner.value()));
  }
}
