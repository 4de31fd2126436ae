package com.aipixels.web;

import com.aipixels.generation.Generation;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// A member's requests, whatever became of them.
public record MyGenerationsModel(Chrome chrome, Slice<Generation> generations)
    implements PageModel {

  @Override
  public String template() {
    return "my-generations.jte";
  }

  public @Nullable String next() {
    String cursor = generations.nextCursor();
    return cursor == null ? null : new Link("/me/generations").and("cursor", cursor).toString();
  }
}
