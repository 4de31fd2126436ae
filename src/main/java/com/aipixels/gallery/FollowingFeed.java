package com.aipixels.gallery;

import com.aipixels.gallery.FeedQuery.Sort;
import com.aipixels.paging.PageRequest;

/// The pictures of the members whom the viewer follows: a page of each one's, merged. What is
/// sorted is never more than a page for each of them.
final class FollowingFeed {

  private FollowingFeed() {}

  static CardList list(FeedQuery query, PageRequest page) {
    Place place = Place.of(query.sort());
    boolean latest = query.sort() == Sort.LATEST;
    String from =
        """
        (SELECT p.image_id, p.{place}
         FROM follows w
         CROSS JOIN LATERAL (
           SELECT r.{id} AS image_id, r.{place}
           FROM {table} r
           WHERE {narrowed} AND r.clerk_user_id = w.following_clerk_user_id {after}
           ORDER BY r.{place} DESC, r.{id} DESC
           LIMIT {limit}) p
         WHERE w.follower_clerk_user_id = :viewer
           AND visible_to(:viewer, w.following_clerk_user_id, 'public', (SELECT apart_from(:viewer)))
         ORDER BY p.{place} DESC, p.image_id DESC
         LIMIT {limit}) f
        JOIN images i ON i.id = f.image_id\
        """
            .replace("{narrowed}", narrowed(query.filter(), latest))
            .replace(
                "{after}", page.cursor() == null ? "" : "AND (r.{place}, r.{id}) < (:place, :id)")
            .replace("{table}", latest ? "images" : "image_ranks")
            .replace("{id}", latest ? "id" : "image_id")
            .replace("{place}", place.column())
            .replace("{limit}", String.valueOf(page.rowsToFetch()));
    return new CardList(
        place, "f", from, "i.visibility = 'public'", FilterSql.parameters(query.filter()));
  }

  /// A scalar subquery, because an EXISTS would be turned round: all of the tag's pictures, for
  /// each member again.
  private static String narrowed(ImageFilter filter, boolean latest) {
    String tagged =
        filter.tag() == null
            ? ""
            : " AND (SELECT true FROM image_tags x WHERE x.image_id = r.{id}%s)"
                .formatted(FilterSql.tagged(filter, "x.tag_id"));
    return (latest ? "r.visibility = 'public'" : "true") + FilterSql.of(filter, "r") + tagged;
  }
}
