package com.aipixels.web;

import com.aipixels.generation.Generation;
import com.aipixels.generation.Generations;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class MyGenerationsPage {

  private static final int REQUESTS = 30;

  private final Pages pages;
  private final Chromes chromes;
  private final Generations generations;

  MyGenerationsPage(Pages pages, Chromes chromes, Generations generations) {
    this.pages = pages;
    this.chromes = chromes;
    this.generations = generations;
  }

  @GetMapping("/me/generations")
  View mine(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable String cursor) {
    Slice<Generation> mine = generations.of(viewer.memberId(), new PageRequest(REQUESTS, cursor));
    return pages.show(new MyGenerationsModel(chromes.of(request, viewer), mine));
  }
}
