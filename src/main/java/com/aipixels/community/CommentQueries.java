package com.aipixels.community;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Comments to read. That a list's picture or thread may be seen is asked before.
@Component
class CommentQueries {

  private static final String NEWEST = "comments";
  private static final String OLDEST = "replies";

  private final JdbcClient jdbc;

  CommentQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean canSee(Viewer viewer, ImageId image) {
    return jdbc.sql("SELECT i.id FROM images i WHERE i.id = :image AND " + Sight.PICTURE)
        .param("viewer", viewer.idOrNull())
        .param("image", image.value())
        .query((_, _) -> true)
        .optional()
        .isPresent();
  }

  Optional<Comment> find(Viewer viewer, CommentId id) {
    return jdbc.sql(
            """
            SELECT %s
            FROM %s
            WHERE c.id = :id AND %s AND %s
            """
                .formatted(CommentRows.COMMENT, CommentRows.TABLES, Sight.PICTURE, Sight.COMMENT))
        .param("viewer", viewer.idOrNull())
        .param("id", id.value())
        .query(CommentRows::comment)
        .optional();
  }

  /// The first comments of a picture's threads, newest first.
  Slice<Comment> of(Viewer viewer, ImageId image, PageRequest page) {
    int before =
        page.after(NEWEST).map(cursor -> cursor.key(0, Integer::valueOf)).orElse(Integer.MAX_VALUE);
    List<Comment> rows =
        jdbc.sql(
                """
                SELECT %s
                FROM %s
                WHERE c.image_id = :image AND c.parent_comment_id IS NULL AND c.id < :before
                  AND c.clerk_user_id <> ALL (%s)
                ORDER BY c.id DESC
                LIMIT :limit
                """
                    .formatted(CommentRows.COMMENT, CommentRows.TABLES, Sight.APART))
            .param("viewer", viewer.idOrNull())
            .param("image", image.value())
            .param("before", before)
            .param("limit", page.rowsToFetch())
            .query(CommentRows::comment)
            .list();
    return Slice.of(rows, page, comment -> Cursor.of(NEWEST, comment.id()));
  }

  /// The answers in one thread, oldest first.
  Slice<Comment> replies(Viewer viewer, CommentId root, PageRequest page) {
    int after = page.after(OLDEST).map(cursor -> cursor.key(0, Integer::valueOf)).orElse(0);
    List<Comment> rows =
        jdbc.sql(
                """
                SELECT %s
                FROM %s
                WHERE c.parent_comment_id = :root AND c.id > :after AND c.clerk_user_id <> ALL (%s)
                ORDER BY c.id
                LIMIT :limit
                """
                    .formatted(CommentRows.COMMENT, CommentRows.TABLES, Sight.APART))
            .param("viewer", viewer.idOrNull())
            .param("root", root.value())
            .param("after", after)
            .param("limit", page.rowsToFetch())
            .query(CommentRows::comment)
            .list();
    return Slice.of(rows, page, comment -> Cursor.of(OLDEST, comment.id()));
  }
}
