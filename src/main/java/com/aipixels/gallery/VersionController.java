package com.aipixels.gallery;

import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VersionController {

  private final Versions versions;

  VersionController(Versions versions) {
    this.versions = versions;
  }

  @GetMapping("/api/v1/images/{id}/versions")
  VersionTree tree(
      Viewer viewer,
      @PathVariable ImageId id,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return versions.tree(viewer, id, new PageRequest(limit, cursor));
  }
}
