package com.aipixels.web;

import com.aipixels.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

@Controller
class AboutAiPage {

  private final Pages pages;
  private final Chromes chromes;

  AboutAiPage(Pages pages, Chromes chromes) {
    this.pages = pages;
    this.chromes = chromes;
  }

  @GetMapping("/about-ai")
  View aboutAi(HttpServletRequest request, Viewer viewer) {
    return pages.show(new AboutAiModel(chromes.of(request, viewer)));
  }
}
