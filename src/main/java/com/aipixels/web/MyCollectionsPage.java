package com.aipixels.web;

import com.aipixels.collections.Collection;
import com.aipixels.collections.Collections;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping("/me/collections")
class MyCollectionsPage {

  private static final int COLLECTIONS = 24;

  private final Pages pages;
  private final Chromes chromes;
  private final Collections collections;
  private final OneTimeKeys keys;

  MyCollectionsPage(Pages pages, Chromes chromes, Collections collections, OneTimeKeys keys) {
    this.pages = pages;
    this.chromes = chromes;
    this.collections = collections;
    this.keys = keys;
  }

  @GetMapping
  View mine(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable String cursor) {
    CollectionForm form = CollectionForm.empty(keys.next());
    return show(HttpStatus.OK, request, viewer, cursor, form, Mistakes.none());
  }

  @PostMapping
  View begin(HttpServletRequest request, Viewer viewer, @ModelAttribute CollectionForm form) {
    try {
      Collection begun = collections.begin(viewer, form.collection(), form.keyOrNull());
      return new SeeOther("/collections/" + begun.id());
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      return show(HttpStatus.BAD_REQUEST, request, viewer, null, form, mistakes);
    }
  }

  private View show(
      HttpStatus status,
      HttpServletRequest request,
      Viewer viewer,
      @Nullable String cursor,
      CollectionForm form,
      Mistakes mistakes) {
    return pages.show(
        status,
        new MyCollectionsModel(
            chromes.of(request, viewer),
            collections.of(viewer, new PageRequest(COLLECTIONS, cursor)),
            form,
            mistakes));
  }
}
