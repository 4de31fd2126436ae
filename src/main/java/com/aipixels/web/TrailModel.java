package com.aipixels.web;

import com.aipixels.moderation.Act;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// Everything that was decided.
public record TrailModel(Chrome chrome, Slice<Act> acts) implements PageModel {

  @Override
  public String template() {
    return "trail.jte";
  }

  public @Nullable String next() {
    String cursor = acts.nextCursor();
    return cursor == null ? null : new Link("/moderation/actions").and("cursor", cursor).toString();
  }
}
