package com.aipixels.web;

import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.Visibility;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class MyGalleryPage {

  private static final int PICTURES = 24;

  private final Pages pages;
  private final Chromes chromes;
  private final Gallery gallery;

  MyGalleryPage(Pages pages, Chromes chromes, Gallery gallery) {
    this.pages = pages;
    this.chromes = chromes;
    this.gallery = gallery;
  }

  @GetMapping("/me")
  View mine(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable Visibility visibility,
      @RequestParam(defaultValue = "false") boolean choose,
      @RequestParam(required = false) ChosenForm.@Nullable Act done,
      @RequestParam(defaultValue = "0") int count,
      @RequestParam(required = false) @Nullable String cursor) {
    Slice<ImageCard> pictures =
        gallery.of(viewer.memberId(), viewer, visibility, new PageRequest(PICTURES, cursor));
    return pages.show(
        new MyGalleryModel(chromes.of(request, viewer), visibility, pictures, choose, done, count));
  }
}
