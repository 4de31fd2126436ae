package com.aipixels.gallery;

import com.aipixels.identity.Viewer;
import com.aipixels.problems.InputRules;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TagController {

  private final TagQueries tags;

  TagController(TagQueries tags) {
    this.tags = tags;
  }

  record Found(List<TagCount> items) {}

  @GetMapping("/api/v1/tags")
  Found tags(
      Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "20") int limit) {
    new InputRules()
        .optional("q", q, 50)
        .that(limit >= 1 && limit <= 100, "limit", "must be between 1 and 100")
        .check();
    return new Found(tags.beginningWith(Tags.fold(q), viewer, limit));
  }
}
