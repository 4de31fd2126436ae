package com.aipixels.web;

import com.aipixels.generation.Generation;
import com.aipixels.generation.Generations;
import com.aipixels.generation.History;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
  private final History history;

  MyGenerationsPage(Pages pages, Chromes chromes, Generations generations, History history) {
    this.pages = pages;
    this.chromes = chromes;
    this.generations = generations;
    this.history = history;
  }

  @GetMapping("/me/generations")
  View mine(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String cursor) {
    UserId member = viewer.memberId();
    Chrome chrome = chromes.of(request, viewer);
    PageRequest page = new PageRequest(REQUESTS, cursor);
    try {
      Slice<Generation> mine =
          q.isBlank() ? generations.of(member, page) : history.search(member, q, page);
      return pages.show(new MyGenerationsModel(chrome, q, mine, Mistakes.none()));
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chrome.words());
      Slice<Generation> nothing = new Slice<>(List.of(), null);
      return pages.show(
          HttpStatus.BAD_REQUEST, new MyGenerationsModel(chrome, q, nothing, mistakes));
    }
  }
}
