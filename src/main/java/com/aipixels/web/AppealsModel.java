package com.aipixels.web;

import com.aipixels.moderation.Appeal;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// Appeals that wait for an answer.
public record AppealsModel(Chrome chrome, Slice<Appeal> appeals, Mistakes mistakes)
    implements PageModel {

  @Override
  public String template() {
    return "appeals.jte";
  }

  public @Nullable String next() {
    String cursor = appeals.nextCursor();
    return cursor == null ? null : new Link("/moderation/appeals").and("cursor", cursor).toString();
  }
}
