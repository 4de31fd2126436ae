package com.aipixels.web;

import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.Image;
import com.aipixels.gallery.ImageChange;
import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.Visibility;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping("/images/{id}")
class PicturePage {

  private final PictureViews views;
  private final Chromes chromes;
  private final Gallery gallery;

  PicturePage(PictureViews views, Chromes chromes, Gallery gallery) {
    this.views = views;
    this.chromes = chromes;
    this.gallery = gallery;
  }

  @GetMapping
  View picture(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable ImageId id,
      @RequestParam(required = false) @Nullable String comments) {
    return views.show(request, viewer, gallery.image(viewer, id), comments);
  }

  @PostMapping
  View change(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable ImageId id,
      @ModelAttribute PictureForm form) {
    Image image = gallery.image(viewer, id);
    try {
      gallery.change(viewer, id, form.change());
      return new SeeOther("/images/" + id);
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      return views.refuse(request, viewer, image, form, mistakes);
    }
  }

  @PostMapping("/publish")
  View publish(
      Viewer viewer, @PathVariable ImageId id, @RequestParam(defaultValue = "") String from) {
    return become(Visibility.PUBLIC, viewer, id, from);
  }

  @PostMapping("/unpublish")
  View unpublish(
      Viewer viewer, @PathVariable ImageId id, @RequestParam(defaultValue = "") String from) {
    return become(Visibility.PRIVATE, viewer, id, from);
  }

  @PostMapping("/delete")
  View delete(Viewer viewer, @PathVariable ImageId id) {
    gallery.delete(viewer, id);
    return new SeeOther("/me");
  }

  private View become(Visibility visibility, Viewer viewer, ImageId id, String from) {
    gallery.change(viewer, id, ImageChange.to(visibility));
    return new SeeOther(from.equals("gallery") ? "/me" : "/images/" + id);
  }
}
