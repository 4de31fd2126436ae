package com.aipixels.web;

import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageChange;
import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.Visibility;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.web.ChosenForm.Act;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Many of one's own pictures at once. Each is done by itself: one that cannot be done keeps none
/// of the others from it, and the page says how many were.
@Controller
class ChosenPage {

  private final Pages pages;
  private final Chromes chromes;
  private final Gallery gallery;

  ChosenPage(Pages pages, Chromes chromes, Gallery gallery) {
    this.pages = pages;
    this.chromes = chromes;
    this.gallery = gallery;
  }

  @PostMapping("/me/images")
  View act(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") List<ImageId> id,
      @RequestParam Act act,
      @RequestParam(defaultValue = "") String tags,
      @RequestParam(defaultValue = "false") boolean sure) {
    viewer.memberId();
    ChosenForm form = new ChosenForm(id, act, FormText.lines(tags), sure);
    if (form.act() == Act.DELETE && !form.sure() && !form.id().isEmpty()) {
      return pages.show(
          new ChosenModel(chromes.of(request, viewer), gallery.inOrder(viewer, form.id())));
    }
    long done = form.id().stream().filter(one -> isDone(viewer, one, form)).count();
    return new SeeOther(
        new Link("/me")
            .and("choose", "true")
            .and("done", form.act())
            .and("count", Long.toString(done))
            .toString());
  }

  private boolean isDone(Viewer viewer, ImageId id, ChosenForm form) {
    try {
      switch (form.act()) {
        case PUBLISH -> gallery.change(viewer, id, ImageChange.to(Visibility.PUBLIC));
        case UNPUBLISH -> gallery.change(viewer, id, ImageChange.to(Visibility.PRIVATE));
        case TAG -> gallery.change(viewer, id, tagged(viewer, id, FormText.tags(form.tags())));
        case DELETE -> gallery.delete(viewer, id);
      }
      return true;
    } catch (Problem refused) {
      return false;
    }
  }

  private ImageChange tagged(Viewer viewer, ImageId id, List<String> more) {
    List<String> tags =
        Stream.concat(gallery.image(viewer, id).card().tags().stream(), more.stream())
            .distinct()
            .toList();
    return new ImageChange(null, null, tags, null, null, null, null);
  }
}
