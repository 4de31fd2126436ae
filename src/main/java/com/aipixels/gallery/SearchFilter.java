package com.aipixels.gallery;

import com.aipixels.gallery.HitQueries.Sought;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a search is narrowed to, in words of SQL: its words, who asks, and whatever filter there
/// is. Names `image_search` `s` and `images` `i`.
final class SearchFilter {

  private static final String FOLLOWED =
      """
      i.clerk_user_id IN (
        SELECT w.following_clerk_user_id FROM follows w WHERE w.follower_clerk_user_id = :viewer)
      """;

  private SearchFilter() {}

  static String of(Sought sought) {
    ImageFilter filter = sought.filter();
    return "s.document @@ :words::tsquery AND i.visibility = 'public'"
        + FilterSql.of(filter, "i")
        + (filter.tag() == null ? "" : " AND i.tags @> ARRAY[:tag]::text[]")
        + switch (sought.circle()) {
          case ALL -> "";
          case FOLLOWING -> " AND " + FOLLOWED;
        };
  }

  static Map<String, @Nullable Object> parameters(Sought sought) {
    Map<String, @Nullable Object> parameters = FilterSql.parameters(sought.filter());
    parameters.put("words", sought.words());
    parameters.put("viewer", sought.viewer().idOrNull());
    return parameters;
  }
}
