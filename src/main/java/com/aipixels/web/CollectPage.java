package com.aipixels.web;

import com.aipixels.collections.Choice;
import com.aipixels.collections.Collection;
import com.aipixels.collections.Collections;
import com.aipixels.collections.Spot;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Where a member says into which of their collections a picture goes.
@Controller
@RequestMapping("/images/{id}/collect")
class CollectPage {

  private final Pages pages;
  private final Chromes chromes;
  private final Gallery gallery;
  private final Collections collections;
  private final OneTimeKeys keys;

  CollectPage(
      Pages pages, Chromes chromes, Gallery gallery, Collections collections, OneTimeKeys keys) {
    this.pages = pages;
    this.chromes = chromes;
    this.gallery = gallery;
    this.collections = collections;
    this.keys = keys;
  }

  @GetMapping
  View choices(HttpServletRequest request, Viewer viewer, @PathVariable ImageId id) {
    CollectionForm form = CollectionForm.empty(keys.next());
    return show(HttpStatus.OK, request, viewer, id, form, Mistakes.none());
  }

  /// Begins a collection with this picture.
  @PostMapping
  View begin(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable ImageId id,
      @ModelAttribute CollectionForm form) {
    gallery.image(viewer, id);
    try {
      Collection begun = collections.begin(viewer, form.collection(), form.keyOrNull());
      collections.put(viewer, begun.id(), id, Spot.anywhere());
      return new SeeOther("/collections/" + begun.id());
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      return show(HttpStatus.BAD_REQUEST, request, viewer, id, form, mistakes);
    }
  }

  private View show(
      HttpStatus status,
      HttpServletRequest request,
      Viewer viewer,
      ImageId id,
      CollectionForm form,
      Mistakes mistakes) {
    List<Choice> choices = collections.choices(viewer, id);
    return pages.show(
        status,
        new CollectModel(
            chromes.of(request, viewer),
            gallery.image(viewer, id).card(),
            choices,
            form,
            mistakes));
  }
}
