package com.aipixels.gallery;

import com.aipixels.gallery.FeedQuery.Circle;
import com.aipixels.gallery.SearchQuery.Order;
import com.aipixels.identity.Viewer;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The feed where something is looked for in it.
@RestController
class SearchController {

  private final Gallery gallery;

  SearchController(Gallery gallery) {
    this.gallery = gallery;
  }

  @GetMapping(path = "/api/v1/images", params = "q")
  Slice<ImageCard> search(
      Viewer viewer,
      @RequestParam String q,
      @RequestParam(defaultValue = "relevance") Order sort,
      @RequestParam(required = false) @Nullable Category category,
      @RequestParam(required = false) @Nullable Style style,
      @RequestParam(required = false) @Nullable ColorTone colorTone,
      @RequestParam(required = false) @Nullable String tag,
      @RequestParam(defaultValue = "all") Circle feed,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return gallery.search(
        viewer,
        new SearchQuery(q, sort, new ImageFilter(category, style, colorTone, tag), feed),
        new PageRequest(limit, cursor));
  }
}
