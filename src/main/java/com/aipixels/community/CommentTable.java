package com.aipixels.community;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.UserId;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Comments to write. Their picture is locked first, so that threads of one picture change one
/// after the other.
@Component
class CommentTable {

  private final JdbcClient jdbc;

  CommentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whether comments are wanted on the picture, which stays locked until the transaction ends;
  /// empty where there is no such picture for the member.
  Optional<Boolean> lock(UserId member, ImageId image) {
    return jdbc.sql(
            """
            SELECT COALESCE(i.allow_comments, true) AS allowed
            FROM images i
            WHERE i.id = :image AND %s
            FOR NO KEY UPDATE
            """
                .formatted(Sight.PICTURE))
        .param("viewer", member.value())
        .param("image", image.value())
        .query((row, _) -> row.getBoolean("allowed"))
        .optional();
  }

  /// The first comment of the thread that an answer to this comment joins; empty where the member
  /// cannot answer it under this picture.
  Optional<Integer> thread(UserId member, ImageId image, int parent) {
    return jdbc.sql(
            """
            SELECT COALESCE(c.parent_comment_id, c.id) AS root
            FROM comments c
            WHERE c.id = :parent AND c.image_id = :image AND c.deleted_at IS NULL AND %s
              AND NOT EXISTS (SELECT FROM comment_holds h WHERE h.comment_id = c.id)
            """
                .formatted(Sight.COMMENT))
        .param("viewer", member.value())
        .param("image", image.value())
        .param("parent", parent)
        .query((row, _) -> row.getInt("root"))
        .optional();
  }

  Posted insert(UserId member, ImageId image, @Nullable Integer root, String content) {
    return jdbc.sql(
            """
            INSERT INTO comments (clerk_user_id, image_id, parent_comment_id, content, created_at, updated_at)
            SELECT :member, :image, :root::integer, :content, t.utc, t.utc
            FROM (SELECT clock_timestamp() AT TIME ZONE 'UTC' AS utc) t
            RETURNING id, created_at
            """)
        .param("member", member.value())
        .param("image", image.value())
        .param("root", root)
        .param("content", content)
        .query((row, _) ->
            new Posted(
                row.getInt("id"),
                image.value(),
                root,
                content,
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
        .single();
  }

  void edit(CommentId id, UserId writer, String content) {
    jdbc.sql(
            """
            UPDATE comments
            SET content = :content, updated_at = clock_timestamp() AT TIME ZONE 'UTC'
            WHERE id = :id AND clerk_user_id = :writer
            """)
        .param("id", id.value())
        .param("writer", writer.value())
        .param("content", content)
        .update();
  }

  /// Removes comments whose pictures are locked. Those that others have answered leave their place,
  /// without words, writer, likes and whom they named.
  void remove(Collection<Integer> ids) {
    Integer[] array = ids.toArray(Integer[]::new);
    jdbc.sql("DELETE FROM comments WHERE id = ANY (:ids) AND parent_comment_id IS NOT NULL")
        .param("ids", array)
        .update();
    jdbc.sql(
            """
            WITH emptied AS (
              UPDATE comments c
              SET content = '', clerk_user_id = '', deleted_at = clock_timestamp() AT TIME ZONE 'UTC'
              WHERE c.id = ANY (:ids) AND EXISTS (SELECT FROM comments r WHERE r.parent_comment_id = c.id)
              RETURNING c.id),
            unnamed AS (
              DELETE FROM comment_mentions WHERE comment_id IN (SELECT id FROM emptied))
            DELETE FROM comment_likes WHERE comment_id IN (SELECT id FROM emptied)
            """)
        .param("ids", array)
        .update();
    jdbc.sql("DELETE FROM comments WHERE id = ANY (:ids) AND deleted_at IS NULL")
        .param("ids", array)
        .update();
  }
}
