package com.aipixels.web;

import com.aipixels.moderation.RightsBlock;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// Pictures that are blocked for a while.
public record RightsBlocksModel(
    Chrome chrome, Slice<RightsBlock> blocks, RightsBlockForm form, Mistakes mistakes)
    implements PageModel {

  @Override
  public String template() {
    return "rights-blocks.jte";
  }

  public @Nullable String next() {
    String cursor = blocks.nextCursor();
    return cursor == null
        ? null
        : new Link("/moderation/rights-blocks").and("cursor", cursor).toString();
  }
}
