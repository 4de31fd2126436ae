package com.aipixels.web;

import com.aipixels.collections.Collection;
import com.aipixels.identity.PersonCard;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// A member's public collections.
public record MemberCollectionsModel(
    Chrome chrome, PersonCard person, Slice<Collection> collections) implements PageModel {

  @Override
  public String template() {
    return "member-collections.jte";
  }

  public String address() {
    return "/users/" + person.userId();
  }

  public @Nullable String next() {
    String cursor = collections.nextCursor();
    return cursor == null
        ? null
        : new Link(address() + "/collections").and("cursor", cursor).toString();
  }
}
