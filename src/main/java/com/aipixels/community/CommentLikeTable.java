package com.aipixels.community;

import com.aipixels.identity.UserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Likes of comments. The comment's row is locked before the like is touched: whoever deletes the
/// comment waits, or has done so and nothing is found.
@Component
class CommentLikeTable {

  private static final String SEEN =
      """
      SELECT c.id, %s AS likes
      FROM comments c JOIN images i ON i.id = c.image_id
      WHERE c.id = :comment AND c.deleted_at IS NULL AND %s AND %s
        AND NOT EXISTS (SELECT FROM comment_holds h WHERE h.comment_id = c.id)
      FOR NO KEY UPDATE OF c
      """
          .formatted(CommentRows.LIKES, Sight.PICTURE, Sight.COMMENT);

  private final JdbcClient jdbc;

  CommentLikeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Empty where there is no such comment for the member.
  Optional<Liked> add(UserId member, CommentId comment) {
    return jdbc.sql(
            """
            WITH seen AS (%s), put AS (
              INSERT INTO comment_likes (clerk_user_id, comment_id, created_at)
              SELECT :viewer, seen.id, clock_timestamp() AT TIME ZONE 'UTC' FROM seen
              ON CONFLICT DO NOTHING
              RETURNING id)
            SELECT likes + (SELECT count(*) FROM put) AS likes FROM seen
            """
                .formatted(SEEN))
        .param("viewer", member.value())
        .param("comment", comment.value())
        .query((row, _) -> new Liked(true, row.getInt("likes")))
        .optional();
  }

  /// Empty where there is no such comment for the member.
  Optional<Liked> remove(UserId member, CommentId comment) {
    return jdbc.sql(
            """
            WITH seen AS (%s), gone AS (
              DELETE FROM comment_likes l USING seen
              WHERE l.comment_id = seen.id AND l.clerk_user_id = :viewer
              RETURNING l.id)
            SELECT likes - (SELECT count(*) FROM gone) AS likes FROM seen
            """
                .formatted(SEEN))
        .param("viewer", member.value())
        .param("comment", comment.value())
        .query((row, _) -> new Liked(false, row.getInt("likes")))
        .optional();
  }
}
