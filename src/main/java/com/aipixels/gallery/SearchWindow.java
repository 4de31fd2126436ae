package com.aipixels.gallery;

import com.aipixels.paging.Cursor;
import java.time.LocalDateTime;
import java.util.List;

/// A stretch of time whose hits are ranked among each other. To rank all that was ever found would
/// mean to read all of it: a frequent word has a hundred thousand hits. So the newest few hundred
/// are ranked and shown to the end, and then the next older ones.
///
/// The cursor keeps a window's ends, so that pictures published meanwhile change none.
///
/// @param hits those to be shown, best first
record SearchWindow(Hit newest, Hit oldest, List<Hit> hits) {

  static final String ORDER = "relevance";

  /// Of at least one hit.
  static SearchWindow of(List<Hit> hits) {
    List<Hit> byTime = hits.stream().sorted(Hit.NEWEST_FIRST).toList();
    return new SearchWindow(
        byTime.getFirst(), byTime.getLast(), hits.stream().sorted(Hit.BEST_FIRST).toList());
  }

  /// A window that was shown up to its one hit.
  static SearchWindow begun(Cursor cursor) {
    Hit shown =
        new Hit(cursor.key(5, Integer::valueOf), LocalDateTime.MIN, cursor.key(4, Double::valueOf));
    return new SearchWindow(end(cursor, 0), end(cursor, 2), List.of(shown));
  }

  private static Hit end(Cursor cursor, int first) {
    return new Hit(
        cursor.key(first + 1, Integer::valueOf), cursor.key(first, LocalDateTime::parse), 0);
  }

  /// What is left of a begun window.
  SearchWindow with(List<Hit> all) {
    Hit shown = hits.getFirst();
    return new SearchWindow(
        newest,
        oldest,
        all.stream()
            .filter(hit -> Hit.BEST_FIRST.compare(hit, shown) > 0)
            .sorted(Hit.BEST_FIRST)
            .toList());
  }

  Cursor cursorAfter(Hit shown) {
    return Cursor.of(
        ORDER,
        newest.publishedAt(),
        newest.imageId(),
        oldest.publishedAt(),
        oldest.imageId(),
        shown.score(),
        shown.imageId());
  }
}
