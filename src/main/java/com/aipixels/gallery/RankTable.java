package com.aipixels.gallery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RankTable {

  private final JdbcClient jdbc;

  RankTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Brings the places of up to `most` noted changes up to date; another process that does so makes
  /// this do nothing. A picture that somebody is publishing, hiding or deleting is noted again: to
  /// wait for them could be to wait in a circle.
  void refresh(int most) {
    jdbc.sql(
            """
            WITH noted AS (
              DELETE FROM rank_changes
              WHERE ctid = ANY (ARRAY(
                SELECT c.ctid FROM rank_changes c
                WHERE (SELECT pg_try_advisory_xact_lock(1095325784, 10))
                LIMIT :most))
              RETURNING image_id),
            held AS (
              SELECT r.image_id
              FROM image_ranks r
              WHERE r.image_id IN (SELECT n.image_id FROM noted n)
              ORDER BY r.image_id
              FOR NO KEY UPDATE SKIP LOCKED),
            fresh AS (
              SELECT i.id, COALESCE(i.like_count, 0) AS likes,
                     trending_score(COALESCE(i.like_count, 0), COALESCE(i.comment_count, 0), i.published_at)
                       AS score
              FROM held h JOIN images i ON i.id = h.image_id),
            ranked AS (
              UPDATE image_ranks r
              SET likes = f.likes, score = f.score
              FROM fresh f
              WHERE r.image_id = f.id AND (r.likes, r.score) IS DISTINCT FROM (f.likes, f.score)),
            tagged AS (
              UPDATE image_tags t
              SET likes = f.likes, score = f.score
              FROM fresh f
              WHERE t.image_id = f.id AND (t.likes, t.score) IS DISTINCT FROM (f.likes, f.score))
            INSERT INTO rank_changes (image_id)
            SELECT DISTINCT n.image_id
            FROM noted n JOIN image_ranks r ON r.image_id = n.image_id
            WHERE n.image_id NOT IN (SELECT h.image_id FROM held h)
            """)
        .param("most", most)
        .update();
  }
}
