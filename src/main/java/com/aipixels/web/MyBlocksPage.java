package com.aipixels.web;

import com.aipixels.community.Blocks;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class MyBlocksPage {

  private static final int PEOPLE = 50;

  private final Pages pages;
  private final Chromes chromes;
  private final Blocks blocks;

  MyBlocksPage(Pages pages, Chromes chromes, Blocks blocks) {
    this.pages = pages;
    this.chromes = chromes;
    this.blocks = blocks;
  }

  @GetMapping("/me/blocks")
  View mine(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable String cursor) {
    return pages.show(
        new MyBlocksModel(
            chromes.of(request, viewer), blocks.of(viewer, new PageRequest(PEOPLE, cursor))));
  }
}
