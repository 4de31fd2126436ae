package com.aipixels.web;

import com.aipixels.moderation.Case;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// What waits for a decision.
public record DeskModel(Chrome chrome, Slice<Case> cases) implements PageModel {

  @Override
  public String template() {
    return "desk.jte";
  }

  public @Nullable String next() {
    String cursor = cases.nextCursor();
    return cursor == null ? null : new Link("/moderation").and("cursor", cursor).toString();
  }
}
