package com.aipixels.gallery;

import com.aipixels.gallery.HitQueries.Sought;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Cuts what was found into pages, best first: window by window, from the newest to the oldest.
@Component
class SearchPages {

  private final HitQueries queries;

  SearchPages(HitQueries queries) {
    this.queries = queries;
  }

  Slice<Hit> page(Sought sought, PageRequest page) {
    List<Placed> found = new ArrayList<>();
    Optional<SearchWindow> window = first(sought, page);
    while (window.isPresent() && found.size() < page.rowsToFetch()) {
      SearchWindow current = window.get();
      current.hits().forEach(hit -> found.add(new Placed(current, hit)));
      window = window(queries.before(sought, current.oldest()));
    }
    return Slice.of(found, page, last -> last.window().cursorAfter(last.hit()))
        .map(shown -> shown.stream().map(Placed::hit).toList());
  }

  private Optional<SearchWindow> first(Sought sought, PageRequest page) {
    Optional<Cursor> after = page.after(SearchWindow.ORDER);
    return after.isEmpty()
        ? window(queries.newest(sought))
        : after.map(cursor -> rest(sought, SearchWindow.begun(cursor)));
  }

  private SearchWindow rest(Sought sought, SearchWindow begun) {
    return begun.with(queries.between(sought, begun.newest(), begun.oldest()));
  }

  private static Optional<SearchWindow> window(List<Hit> hits) {
    return hits.isEmpty() ? Optional.empty() : Optional.of(SearchWindow.of(hits));
  }

  private record Placed(SearchWindow window, Hit hit) {}
}
