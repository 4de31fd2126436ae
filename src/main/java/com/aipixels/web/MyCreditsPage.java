package com.aipixels.web;

import com.aipixels.credits.Credits;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class MyCreditsPage {

  private static final int ENTRIES = 30;

  private final Pages pages;
  private final Chromes chromes;
  private final Credits credits;

  MyCreditsPage(Pages pages, Chromes chromes, Credits credits) {
    this.pages = pages;
    this.chromes = chromes;
    this.credits = credits;
  }

  @GetMapping("/me/credits")
  View mine(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable String cursor) {
    UserId member = viewer.memberId();
    return pages.show(
        new MyCreditsModel(
            chromes.of(request, viewer),
            credits.balance(member),
            credits.entries(member, new PageRequest(ENTRIES, cursor))));
  }
}
