package com.aipixels.web;

import com.aipixels.collections.Collection;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// A member's own collections, and a form that begins another.
public record MyCollectionsModel(
    Chrome chrome, Slice<Collection> collections, CollectionForm form, Mistakes mistakes)
    implements PageModel {

  @Override
  public String template() {
    return "my-collections.jte";
  }

  public @Nullable String next() {
    String cursor = collections.nextCursor();
    return cursor == null ? null : new Link("/me/collections").and("cursor", cursor).toString();
  }
}
