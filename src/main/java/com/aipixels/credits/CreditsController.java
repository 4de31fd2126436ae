package com.aipixels.credits;

import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/credits")
class CreditsController {

  private final Credits credits;

  CreditsController(Credits credits) {
    this.credits = credits;
  }

  @GetMapping
  Balance balance(Viewer viewer) {
    return credits.balance(viewer.memberId());
  }

  @GetMapping("/entries")
  Slice<CreditEntry> entries(
      Viewer viewer,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return credits.entries(viewer.memberId(), new PageRequest(limit, cursor));
  }
}
