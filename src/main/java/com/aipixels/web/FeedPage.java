package com.aipixels.web;

import com.aipixels.gallery.FeedQuery;
import com.aipixels.gallery.FeedQuery.Circle;
import com.aipixels.gallery.FeedQuery.Sort;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageFilter;
import com.aipixels.identity.Viewer;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import com.aipixels.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class FeedPage {

  private static final int PICTURES = 24;

  private final Pages pages;
  private final Chromes chromes;
  private final Gallery gallery;

  FeedPage(Pages pages, Chromes chromes, Gallery gallery) {
    this.pages = pages;
    this.chromes = chromes;
    this.gallery = gallery;
  }

  @GetMapping("/")
  View feed(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "latest") Sort sort,
      @RequestParam(required = false) @Nullable Category category,
      @RequestParam(required = false) @Nullable Style style,
      @RequestParam(required = false) @Nullable ColorTone colorTone,
      @RequestParam(required = false) @Nullable String tag,
      @RequestParam(defaultValue = "all") Circle feed,
      @RequestParam(required = false) @Nullable String cursor) {
    ImageFilter filter = new ImageFilter(category, style, colorTone, tag);
    FeedQuery query = new FeedQuery(sort, filter, feed);
    return pages.show(
        new FeedModel(
            chromes.of(request, viewer),
            query,
            gallery.feed(viewer, query, new PageRequest(PICTURES, cursor))));
  }
}
