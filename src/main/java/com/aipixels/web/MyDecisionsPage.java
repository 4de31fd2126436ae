package com.aipixels.web;

import com.aipixels.identity.Viewer;
import com.aipixels.moderation.Appeals;
import com.aipixels.moderation.Ruling;
import com.aipixels.moderation.Suspensions;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What was decided about oneself, and appeals against it.
@Controller
@RequestMapping("/me/decisions")
class MyDecisionsPage {

  private static final int RULINGS = 20;

  private final Pages pages;
  private final Chromes chromes;
  private final Appeals appeals;
  private final Suspensions suspensions;
  private final OneTimeKeys keys;

  MyDecisionsPage(
      Pages pages, Chromes chromes, Appeals appeals, Suspensions suspensions, OneTimeKeys keys) {
    this.pages = pages;
    this.chromes = chromes;
    this.appeals = appeals;
    this.suspensions = suspensions;
    this.keys = keys;
  }

  @GetMapping
  View mine(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable String cursor) {
    return show(HttpStatus.OK, request, viewer, cursor, Mistakes.none());
  }

  @PostMapping("/{id}/appeal")
  View appeal(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String key) {
    try {
      appeals.appeal(viewer, id, FormText.lines(text), FormText.orNull(key));
      return new SeeOther("/me/decisions#d" + id);
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      return show(HttpStatus.BAD_REQUEST, request, viewer, null, mistakes);
    }
  }

  private View show(
      HttpStatus status,
      HttpServletRequest request,
      Viewer viewer,
      @Nullable String cursor,
      Mistakes mistakes) {
    Slice<Ruling> rulings = appeals.mine(viewer, new PageRequest(RULINGS, cursor));
    return pages.show(
        status,
        new MyDecisionsModel(
            chromes.of(request, viewer),
            suspensions.of(viewer).orElse(null),
            rulings,
            keys.next(),
            mistakes));
  }
}
