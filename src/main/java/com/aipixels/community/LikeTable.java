package com.aipixels.community;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.UserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Likes of pictures. The picture's row is locked before the like is touched: whoever deletes the
/// picture waits, or has done so and nothing is found.
@Component
class LikeTable {

  private static final String SEEN =
      """
      SELECT i.id,
             COALESCE(i.like_count, 0)
               - (SELECT count((SELECT l.id FROM likes l WHERE l.clerk_user_id = a.member AND l.image_id = i.id))
                  FROM unnest(%s) a (member)) AS likes
      FROM images i
      WHERE i.id = :image AND %s
      FOR NO KEY UPDATE
      """
          .formatted(Sight.APART, Sight.PICTURE);

  private final JdbcClient jdbc;

  LikeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Empty where there is no such picture for the member.
  Optional<Liked> add(UserId member, ImageId image) {
    return jdbc.sql(
            """
            WITH seen AS (%s), put AS (
              INSERT INTO likes (clerk_user_id, image_id, created_at)
              SELECT :viewer, seen.id, clock_timestamp() AT TIME ZONE 'UTC' FROM seen
              ON CONFLICT DO NOTHING
              RETURNING id)
            SELECT likes + (SELECT count(*) FROM put) AS likes FROM seen
            """
                .formatted(SEEN))
        .param("viewer", member.value())
        .param("image", image.value())
        .query((row, _) -> new Liked(true, row.getInt("likes")))
        .optional();
  }

  /// Empty where there is no such picture for the member.
  Optional<Liked> remove(UserId member, ImageId image) {
    return jdbc.sql(
            """
            WITH seen AS (%s), gone AS (
              DELETE FROM likes l USING seen
              WHERE l.image_id = seen.id AND l.clerk_user_id = :viewer
              RETURNING l.id)
            SELECT likes - (SELECT count(*) FROM gone) AS likes FROM seen
            """
                .formatted(SEEN))
        .param("viewer", member.value())
        .param("image", image.value())
        .query((row, _) -> new Liked(false, row.getInt("likes")))
        .optional();
  }
}
