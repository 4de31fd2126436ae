package com.aipixels.community;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The columns every comment query selects, and how a row of them is read. Queries name the comment
/// `c`, its picture `i`, its hold `h` and the viewer `:viewer`.
final class CommentRows {

  /// The likes of a comment by those whom the viewer may see.
  static final String LIKES =
      """
      COALESCE(c.like_count, 0)
        - (SELECT count((SELECT l.id FROM comment_likes l
                         WHERE l.clerk_user_id = a.member AND l.comment_id = c.id))
           FROM unnest(%s) a (member))
      """
          .formatted(Sight.APART);

  /// Where the columns come from. A held comment has no words for anybody but its writer.
  static final String TABLES =
      """
      comments c
      JOIN images i ON i.id = c.image_id
      LEFT JOIN comment_holds h ON h.comment_id = c.id
      """;

  private static final String MENTIONS =
      """
      FROM comment_mentions m
      WHERE m.comment_id = c.id AND c.content <> '' AND m.clerk_user_id <> ALL (%s) AND NOT departed(m.clerk_user_id)
      ORDER BY m.clerk_user_id
      """
          .formatted(Sight.APART);

  static final String COMMENT =
      """
      c.id, c.image_id, c.parent_comment_id, c.clerk_user_id, c.deleted_at, c.created_at, c.updated_at,
      h.comment_id IS NOT NULL AS is_held,
      CASE WHEN c.clerk_user_id = :viewer THEN COALESCE(h.content, c.content) ELSE c.content END AS content,
      %1$s AS likes,
      EXISTS (SELECT FROM comment_likes l WHERE l.comment_id = c.id AND l.clerk_user_id = :viewer) AS is_liked,
      (SELECT count(*) FROM comments r
       WHERE r.parent_comment_id = c.id AND r.clerk_user_id <> ALL (%2$s)) AS replies,
      h.comment_id IS NULL AND COALESCE(c.clerk_user_id = :viewer, false) AS can_edit,
      COALESCE(c.clerk_user_id = :viewer, false) AS is_mine,
      c.deleted_at IS NULL
        AND COALESCE(:viewer IN (c.clerk_user_id, i.clerk_user_id), false) AS can_delete,
      ARRAY(SELECT m.clerk_user_id %3$s) AS mentioned,
      ARRAY(SELECT m.username %3$s) AS mentioned_as
      """
          .formatted(LIKES, Sight.APART, MENTIONS);

  private CommentRows() {}

  static Comment comment(ResultSet row, int number) throws SQLException {
    boolean isDeleted = row.getObject("deleted_at") != null;
    boolean isHeld = row.getBoolean("is_held");
    boolean isMine = row.getBoolean("is_mine");
    return new Comment(
        new CommentId(row.getInt("id")),
        new ImageId(row.getInt("image_id")),
        parent(row.getObject("parent_comment_id", Integer.class)),
        isDeleted || (isHeld && !isMine) ? null : new UserId(row.getString("clerk_user_id")),
        null,
        row.getString("content"),
        row.getInt("likes"),
        row.getBoolean("is_liked"),
        row.getInt("replies"),
        isDeleted,
        isHeld,
        row.getBoolean("can_edit"),
        row.getBoolean("can_delete"),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        mentions(row));
  }

  private static List<Mention> mentions(ResultSet row) throws SQLException {
    String[] members = (String[]) row.getArray("mentioned").getArray();
    String[] names = (String[]) row.getArray("mentioned_as").getArray();
    return IntStream.range(0, members.length)
        .mapToObj(n -> new Mention(new UserId(members[n]), names[n]))
        .toList();
  }

  static @Nullable CommentId parent(@Nullable Integer id) {
    return id == null ? null : new CommentId(id);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
