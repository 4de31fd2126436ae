package com.aipixels.gallery;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ViewTable {

  private final JdbcClient jdbc;

  ViewTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Counts every sighting that is no repetition of one counted within half an hour, here or in
  /// another process. The row of the day's key lets one process at a time do so.
  ///
  /// @param newKey becomes the day's key where it has none yet
  void count(List<Sighting> sightings, byte[] newKey) {
    jdbc.sql(
            """
            WITH today AS (
              INSERT INTO view_keys AS k (day, key)
              VALUES (current_date, :newKey)
              ON CONFLICT (day) DO UPDATE SET day = k.day
              RETURNING k.key),
            seen AS (
              SELECT DISTINCT s.image_id, sha256(t.key || convert_to(s.viewer, 'UTF8')) AS viewer_hash
              FROM today t CROSS JOIN unnest(:images::integer[], :viewers::text[]) AS s (image_id, viewer)),
            counted AS (
              INSERT INTO recent_views AS v (image_id, viewer_hash, seen_at)
              SELECT s.image_id, s.viewer_hash, clock_timestamp()
              FROM seen s
              ORDER BY s.image_id, s.viewer_hash
              ON CONFLICT (image_id, viewer_hash) DO UPDATE SET seen_at = EXCLUDED.seen_at
              WHERE v.seen_at <= EXCLUDED.seen_at - interval '30 minutes'
              RETURNING v.image_id),
            totals AS (
              SELECT c.image_id, count(*)::integer AS views FROM counted c GROUP BY c.image_id),
            held AS (
              SELECT i.id FROM images i
              WHERE i.id IN (SELECT t.image_id FROM totals t)
              ORDER BY i.id
              FOR NO KEY UPDATE)
            UPDATE images i
            SET view_count = COALESCE(i.view_count, 0) + t.views
            FROM held h JOIN totals t ON t.image_id = h.id
            WHERE i.id = h.id
            """)
        .param("newKey", newKey)
        .param("images", sightings.stream().map(s -> s.image().value()).toArray(Integer[]::new))
        .param("viewers", sightings.stream().map(Sighting::viewer).toArray(String[]::new))
        .update();
  }

  /// Forgets who saw what longer ago than matters, and the keys of days that are over.
  void sweep() {
    jdbc.sql(
            """
            WITH over AS (
              DELETE FROM view_keys WHERE day < current_date)
            DELETE FROM recent_views WHERE seen_at < clock_timestamp() - interval '30 minutes'
            """)
        .update();
  }
}
