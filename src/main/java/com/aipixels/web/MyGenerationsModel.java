package com.aipixels.web;

import com.aipixels.generation.Generation;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// A member's requests, whatever became of them.
///
/// @param text the words they are searched for, blank for all
public record MyGenerationsModel(
    Chrome chrome, String text, Slice<Generation> generations, Mistakes mistakes)
    implements PageModel {

  @Override
  public String template() {
    return "my-generations.jte";
  }

  /// Nothing here, and nothing further on.
  public boolean isEmpty() {
    return generations.items().isEmpty() && generations.nextCursor() == null;
  }

  public @Nullable String next() {
    String cursor = generations.nextCursor();
    return cursor == null
        ? null
        : new Link("/me/generations")
            .and("q", text.isBlank() ? null : text)
            .and("cursor", cursor)
            .toString();
  }
}
