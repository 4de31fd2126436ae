package com.aipixels.notifications;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.UserId;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Inboxes to read. What their readers may not see any more is passed over: pictures that went
/// private, comments without words, people who are blocked, muted, leaving or gone.
@Component
class NotificationQueries {

  private static final String NEWEST = "notifications";

  private static final String READ_UP_TO =
      "COALESCE((SELECT b.read_up_to FROM inboxes b WHERE b.clerk_user_id = :viewer), 0)";

  /// Of an actor `a` of a notification `n`.
  private static final String HEARD =
      """
      a.notification_id = n.id
        AND a.actor_clerk_user_id <> ALL ((SELECT quiet_for(:viewer))::varchar[])
        AND NOT departed(a.actor_clerk_user_id)
        AND NOT EXISTS (SELECT FROM leaving_members l WHERE l.clerk_user_id = a.actor_clerk_user_id)
      """;

  /// Of a notification `n`.
  private static final String SHOWN =
      """
      EXISTS (SELECT FROM notification_actors a WHERE %s)
      AND (n.image_id IS NULL OR EXISTS (
        SELECT FROM images i
        WHERE i.id = n.image_id
          AND visible_to(:viewer, i.clerk_user_id, i.visibility, (SELECT apart_from(:viewer)))))
      AND (n.comment_id IS NULL OR EXISTS (
        SELECT FROM comments c LEFT JOIN comments p ON p.id = c.parent_comment_id
        WHERE c.id = n.comment_id AND c.content <> ''
          AND (p.id IS NULL OR p.clerk_user_id <> ALL ((SELECT apart_from(:viewer))::varchar[]))))
      """
          .formatted(HEARD);

  private static final String LINES =
      """
      SELECT n.id, n.place, n.kind, n.subject, n.image_id, n.comment_id, n.detail, n.noted_at,
             n.place <= %1$s AS is_read,
             ARRAY(SELECT a.actor_clerk_user_id FROM notification_actors a
                   WHERE %2$s AND a.actor_clerk_user_id <> ''
                   ORDER BY a.noted_at DESC, a.actor_clerk_user_id LIMIT 3) AS actors,
             (SELECT count(*) FROM (SELECT FROM notification_actors a
                                    WHERE %2$s AND a.actor_clerk_user_id <> '' LIMIT 1000) c) AS actor_count,
             c.parent_comment_id, left(c.content, 140) AS excerpt,
             g.id AS generation_id, g.status, g.image_id AS made_image_id
      FROM notifications n
      LEFT JOIN comments c ON c.id = n.comment_id
      LEFT JOIN generations g ON g.id = CASE n.kind WHEN 'generation' THEN n.subject::uuid END
      WHERE n.clerk_user_id = :viewer AND n.place %3$s :place AND %4$s
      ORDER BY n.place DESC
      LIMIT :limit
      """;

  private static final String BEFORE = LINES.formatted(READ_UP_TO, HEARD, "<", SHOWN);
  private static final String AFTER = LINES.formatted(READ_UP_TO, HEARD, ">", SHOWN);

  private final JdbcClient jdbc;

  NotificationQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Slice<Line> newest(UserId reader, PageRequest page) {
    long before =
        page.after(NEWEST).map(cursor -> cursor.key(0, Long::valueOf)).orElse(Long.MAX_VALUE);
    return Slice.of(
        lines(BEFORE, reader, before, page.rowsToFetch()),
        page,
        line -> Cursor.of(NEWEST, line.bare().position()));
  }

  /// What came after a place, newest first.
  List<Line> after(UserId reader, long place, int most) {
    return lines(AFTER, reader, place, most);
  }

  /// How many of the newest `most` unread ones are shown.
  int unread(UserId reader, int most) {
    return jdbc.sql(
            """
            SELECT count(*)
            FROM (SELECT * FROM notifications m
                  WHERE m.clerk_user_id = :viewer AND m.place > %s
                  ORDER BY m.place DESC LIMIT :most) n
            WHERE %s
            """
                .formatted(READ_UP_TO, SHOWN))
        .param("viewer", reader.value())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /// The place of the newest; 0 where there is none.
  long newestPlace(UserId reader) {
    return jdbc.sql(
            "SELECT COALESCE(max(place), 0) FROM notifications WHERE clerk_user_id = :reader")
        .param("reader", reader.value())
        .query(Long.class)
        .single();
  }

  private List<Line> lines(String sql, UserId reader, long place, int most) {
    return jdbc.sql(sql)
        .param("viewer", reader.value())
        .param("place", place)
        .param("limit", most)
        .query(NotificationQueries::line)
        .list();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    String kind = row.getString("kind");
    Integer image =
        Optional.ofNullable(row.getObject("image_id", Integer.class))
            .orElse(row.getObject("made_image_id", Integer.class));
    Notification bare =
        new Notification(
            row.getLong("id"),
            row.getLong("place"),
            kind,
            List.of(),
            row.getInt("actor_count"),
            null,
            said(row),
            made(row),
            Kind.of(kind).isPresent() ? null : row.getString("subject"),
            row.getString("detail"),
            row.getObject("noted_at", OffsetDateTime.class).toInstant(),
            row.getBoolean("is_read"));
    List<UserId> actors =
        Arrays.stream((String[]) row.getArray("actors").getArray()).map(UserId::new).toList();
    return new Line(bare, actors, image == null ? null : new ImageId(image));
  }

  private static @Nullable Said said(ResultSet row) throws SQLException {
    Integer id = row.getObject("comment_id", Integer.class);
    return id == null
        ? null
        : new Said(id, row.getObject("parent_comment_id", Integer.class), row.getString("excerpt"));
  }

  private static @Nullable Made made(ResultSet row) throws SQLException {
    UUID id = row.getObject("generation_id", UUID.class);
    return id == null ? null : new Made(id, row.getString("status"));
  }
}
