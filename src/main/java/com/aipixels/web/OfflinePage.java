package com.aipixels.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// What the service worker shows where there is no line.
@Controller
class OfflinePage {

  private final Pages pages;
  private final Chromes chromes;

  OfflinePage(Pages pages, Chromes chromes) {
    this.pages = pages;
    this.chromes = chromes;
  }

  @GetMapping("/offline")
  View offline(HttpServletRequest request) {
    return pages.show(new OfflineModel(chromes.bare(request)));
  }
}
