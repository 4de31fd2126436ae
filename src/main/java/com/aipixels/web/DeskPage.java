package com.aipixels.web;

import com.aipixels.identity.Viewer;
import com.aipixels.moderation.Act;
import com.aipixels.moderation.Case;
import com.aipixels.moderation.Cases;
import com.aipixels.moderation.Decisions;
import com.aipixels.moderation.Trail;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where moderators decide what was reported, and read what was decided.
@Controller
@RequestMapping("/moderation")
class DeskPage {

  private static final int CASES = 20;
  private static final int LINES = 50;

  private final Pages pages;
  private final Chromes chromes;
  private final Cases cases;
  private final Decisions decisions;
  private final Trail trail;

  DeskPage(Pages pages, Chromes chromes, Cases cases, Decisions decisions, Trail trail) {
    this.pages = pages;
    this.chromes = chromes;
    this.cases = cases;
    this.decisions = decisions;
    this.trail = trail;
  }

  @GetMapping
  View queue(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable String cursor) {
    Slice<Case> open = cases.open(viewer, new PageRequest(CASES, cursor));
    return pages.show(new DeskModel(chromes.of(request, viewer), open));
  }

  @GetMapping("/reports/{id}")
  View one(HttpServletRequest request, Viewer viewer, @PathVariable long id) {
    Case found = cases.one(viewer, id);
    return pages.show(
        new CaseModel(chromes.of(request, viewer), found, CaseForm.empty(), Mistakes.none()));
  }

  @PostMapping("/reports/{id}")
  View decide(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable long id,
      @ModelAttribute CaseForm form) {
    Case found = cases.one(viewer, id);
    try {
      decisions.decide(viewer, id, form.draft());
      return new SeeOther("/moderation/reports/" + id);
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      return pages.show(
          HttpStatus.BAD_REQUEST,
          new CaseModel(chromes.of(request, viewer), found, form, mistakes));
    }
  }

  @GetMapping("/actions")
  View trail(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable String cursor) {
    Slice<Act> lines = trail.all(viewer, new PageRequest(LINES, cursor));
    return pages.show(new TrailModel(chromes.of(request, viewer), lines));
  }
}
