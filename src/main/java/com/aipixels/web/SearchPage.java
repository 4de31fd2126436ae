package com.aipixels.web;

import com.aipixels.gallery.FeedQuery.Circle;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageFilter;
import com.aipixels.gallery.SearchQuery;
import com.aipixels.gallery.SearchQuery.Order;
import com.aipixels.identity.Viewer;
import com.aipixels.look.Category;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class SearchPage {

  static final String PATH = "/search";

  private static final int PICTURES = 24;

  private final Pages pages;
  private final Chromes chromes;
  private final Gallery gallery;

  SearchPage(Pages pages, Chromes chromes, Gallery gallery) {
    this.pages = pages;
    this.chromes = chromes;
    this.gallery = gallery;
  }

  @GetMapping(PATH)
  View search(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "relevance") Order sort,
      @RequestParam(required = false) @Nullable Category category,
      @RequestParam(required = false) @Nullable String cursor) {
    Chrome chrome = chromes.of(request, viewer);
    if (q.isBlank()) {
      return pages.show(SearchModel.start(chrome));
    }
    try {
      ImageFilter filter = ImageFilter.none().with(category);
      Slice<ImageCard> found =
          gallery.search(
              viewer,
              new SearchQuery(q, sort, filter, Circle.ALL),
              new PageRequest(PICTURES, cursor));
      return pages.show(new SearchModel(chrome, q, sort, category, found, Mistakes.none()));
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chrome.words());
      return pages.show(HttpStatus.BAD_REQUEST, SearchModel.refused(chrome, q, mistakes));
    }
  }
}
