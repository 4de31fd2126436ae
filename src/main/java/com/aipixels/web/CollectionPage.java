package com.aipixels.web;

import com.aipixels.collections.Collection;
import com.aipixels.collections.CollectionId;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping("/collections/{id}")
class CollectionPage {

  private static final int PICTURES = 24;

  private final Pages pages;
  private final Chromes chromes;
  private final Collections collections;

  CollectionPage(Pages pages, Chromes chromes, Collections collections) {
    this.pages = pages;
    this.chromes = chromes;
    this.collections = collections;
  }

  @GetMapping
  View collection(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable CollectionId id,
      @RequestParam(required = false) @Nullable String link,
      @RequestParam(required = false) @Nullable String cursor) {
    Collection collection = collections.collection(viewer, id, link);
    return pages.show(
        new CollectionModel(
            chromes.of(request, viewer),
            collection,
            collections.pictures(viewer, id, link, new PageRequest(PICTURES, cursor)),
            link,
            CollectionForm.of(collection),
            Mistakes.none()));
  }

  @PostMapping
  View change(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable CollectionId id,
      @ModelAttribute CollectionForm form) {
    try {
      collections.change(viewer, id, form.change());
      return new SeeOther("/collections/" + id);
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      Collection collection = collections.collection(viewer, id, null);
      return pages.show(
          HttpStatus.BAD_REQUEST,
          new CollectionModel(
              chromes.of(request, viewer),
              collection,
              collections.pictures(viewer, id, null, new PageRequest(PICTURES, null)),
              null,
              form,
              mistakes));
    }
  }

  @PostMapping("/delete")
  View delete(Viewer viewer, @PathVariable CollectionId id) {
    collections.delete(viewer, id);
    return new SeeOther("/me/collections");
  }

  @PostMapping("/link")
  View share(Viewer viewer, @PathVariable CollectionId id) {
    collections.share(viewer, id);
    return new SeeOther("/collections/" + id + "#share");
  }

  @PostMapping("/unlink")
  View withdraw(Viewer viewer, @PathVariable CollectionId id) {
    collections.withdraw(viewer, id);
    return new SeeOther("/collections/" + id + "#share");
  }
}
