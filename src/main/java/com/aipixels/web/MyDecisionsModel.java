package com.aipixels.web;

import com.aipixels.moderation.Ruling;
import com.aipixels.moderation.Suspension;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// Decisions about a member.
///
/// @param suspension null where they may do everything
/// @param key for the one appeal that is sent from this page
public record MyDecisionsModel(
    Chrome chrome,
    @Nullable Suspension suspension,
    Slice<Ruling> rulings,
    String key,
    Mistakes mistakes)
    implements PageModel {

  @Override
  public String template() {
    return "my-decisions.jte";
  }

  public @Nullable String next() {
    String cursor = rulings.nextCursor();
    return cursor == null ? null : new Link("/me/decisions").and("cursor", cursor).toString();
  }
}
