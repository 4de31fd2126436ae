package com.aipixels.web;

import com.aipixels.credits.Balance;
import com.aipixels.credits.CreditEntry;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// What a member may spend, and every movement of it.
public record MyCreditsModel(Chrome chrome, Balance balance, Slice<CreditEntry> entries)
    implements PageModel {

  @Override
  public String template() {
    return "my-credits.jte";
  }

  /// Why a balance moved.
  public String reason(CreditEntry entry) {
    return chrome.words().of("reason." + entry.reason());
  }

  public @Nullable String next() {
    String cursor = entries.nextCursor();
    return cursor == null ? null : new Link("/me/credits").and("cursor", cursor).toString();
  }
}
