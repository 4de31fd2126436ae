package com.aipixels.web;

import com.aipixels.identity.PersonCard;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// Whom a member has blocked.
public record MyBlocksModel(Chrome chrome, Slice<PersonCard> people) implements PageModel {

  @Override
  public String template() {
    return "my-blocks.jte";
  }

  public @Nullable String next() {
    String cursor = people.nextCursor();
    return cursor == null ? null : new Link("/me/blocks").and("cursor", cursor).toString();
  }
}
