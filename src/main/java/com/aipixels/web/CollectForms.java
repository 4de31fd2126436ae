package com.aipixels.web;

import com.aipixels.collections.CollectionChange;
import com.aipixels.collections.CollectionId;
import com.aipixels.collections.Collections;
import com.aipixels.collections.Spot;
import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The buttons that put pictures into collections, move them there and take them out.
@Controller
@RequestMapping("/collections/{id}/images/{imageId}")
class CollectForms {

  private final Collections collections;

  CollectForms(Collections collections) {
    this.collections = collections;
  }

  @PostMapping
  View put(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable CollectionId id,
      @PathVariable ImageId imageId,
      @RequestParam(required = false) @Nullable Integer after,
      @RequestParam(required = false) @Nullable Integer before) {
    collections.put(viewer, id, imageId, new Spot(after, before));
    return new SeeOther(CameFrom.path(request));
  }

  @PostMapping("/remove")
  View remove(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable CollectionId id,
      @PathVariable ImageId imageId) {
    collections.remove(viewer, id, imageId);
    return new SeeOther(CameFrom.path(request));
  }

  @PostMapping("/cover")
  View cover(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable CollectionId id,
      @PathVariable ImageId imageId) {
    collections.change(viewer, id, CollectionChange.toCover(imageId.value()));
    return new SeeOther(CameFrom.path(request));
  }
}
