package com.aipixels.web;

import com.aipixels.identity.Viewer;
import com.aipixels.moderation.Action;
import com.aipixels.moderation.Answers;
import com.aipixels.paging.PageRequest;
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

/// Where moderators answer appeals.
@Controller
@RequestMapping("/moderation/appeals")
class AppealsPage {

  private static final int APPEALS = 20;

  private final Pages pages;
  private final Chromes chromes;
  private final Answers answers;

  AppealsPage(Pages pages, Chromes chromes, Answers answers) {
    this.pages = pages;
    this.chromes = chromes;
    this.answers = answers;
  }

  @GetMapping
  View open(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable String cursor) {
    return show(HttpStatus.OK, request, viewer, cursor, Mistakes.none());
  }

  @PostMapping("/{id}")
  View answer(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Action action,
      @RequestParam(defaultValue = "") String note) {
    try {
      answers.answer(viewer, id, action, FormText.lines(note));
      return new SeeOther("/moderation/appeals");
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
    return pages.show(
        status,
        new AppealsModel(
            chromes.of(request, viewer),
            answers.open(viewer, new PageRequest(APPEALS, cursor)),
            mistakes));
  }
}
