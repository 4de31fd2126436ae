package com.aipixels.web;

import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.Versions;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class VersionsPage {

  private final Pages pages;
  private final Chromes chromes;
  private final Versions versions;

  VersionsPage(Pages pages, Chromes chromes, Versions versions) {
    this.pages = pages;
    this.chromes = chromes;
    this.versions = versions;
  }

  @GetMapping("/images/{id}/versions")
  View versions(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable ImageId id,
      @RequestParam(required = false) @Nullable String cursor) {
    return pages.show(
        new VersionsModel(
            chromes.of(request, viewer),
            versions.family(viewer, id),
            versions.tree(viewer, id, new PageRequest(VersionsModel.PICTURES, cursor))));
  }
}
