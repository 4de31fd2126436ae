package com.aipixels.collections;

import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.Visibility;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Collections to read. What is counted in one is never more than a collection holds.
@Component
class CollectionQueries {

  private static final String NEWEST = "collections";

  private static final String SEEN =
      """
      SELECT c.id, c.clerk_user_id, c.name, c.description, c.visibility, c.created_at, c.updated_at,
             COALESCE(c.clerk_user_id = :viewer, false) AS is_owner,
             CASE WHEN c.clerk_user_id = :viewer THEN c.link END AS own_link,
             s.images, s.cover
      FROM collections c
      CROSS JOIN LATERAL (
        SELECT count(*) AS images,
               (array_agg(x.image_id ORDER BY x.is_cover DESC, x.place, x.image_id))[1] AS cover
        FROM collection_images x JOIN images i ON i.id = x.image_id
        WHERE x.collection_id = c.id AND %s) s
      """
          .formatted(Sight.PICTURE);

  private final JdbcClient jdbc;

  CollectionQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Collection> find(Viewer viewer, CollectionId id, @Nullable String link) {
    return jdbc.sql(SEEN + "WHERE c.id = :id AND " + Sight.COLLECTION_OR_LINK)
        .param("viewer", viewer.idOrNull())
        .param("id", id.value())
        .param("link", link)
        .query(CollectionQueries::collection)
        .optional();
  }

  /// A member's own collections, newest first.
  Slice<Collection> of(UserId owner, PageRequest page) {
    return page(new Viewer.Member(owner), owner, "true", page);
  }

  /// A member's public collections, newest first.
  Slice<Collection> shownBy(UserId owner, Viewer viewer, PageRequest page) {
    return page(viewer, owner, "c.visibility = 'public' AND " + Sight.COLLECTION, page);
  }

  /// All collections of a member, newest first, and which of them hold the picture.
  List<Choice> choices(UserId owner, ImageId image) {
    return jdbc.sql(
            """
            SELECT c.id, c.name, c.visibility,
                   EXISTS (SELECT FROM collection_images x
                           WHERE x.collection_id = c.id AND x.image_id = :image) AS is_collected
            FROM collections c
            WHERE c.clerk_user_id = :owner
            ORDER BY c.id DESC
            """)
        .param("owner", owner.value())
        .param("image", image.value())
        .query((row, _) ->
            new Choice(
                new CollectionId(row.getInt("id")),
                row.getString("name"),
                visibility(row),
                row.getBoolean("is_collected")))
        .list();
  }

  private Slice<Collection> page(Viewer viewer, UserId owner, String which, PageRequest page) {
    int before =
        page.after(NEWEST).map(cursor -> cursor.key(0, Integer::valueOf)).orElse(Integer.MAX_VALUE);
    String sql =
        SEEN
            + """
            WHERE c.clerk_user_id = :owner AND c.id < :before AND %s
            ORDER BY c.id DESC
            LIMIT :limit
            """
                .formatted(which);
    List<Collection> rows =
        jdbc.sql(sql)
            .param("viewer", viewer.idOrNull())
            .param("owner", owner.value())
            .param("before", before)
            .param("limit", page.rowsToFetch())
            .query(CollectionQueries::collection)
            .list();
    return Slice.of(rows, page, collection -> Cursor.of(NEWEST, collection.id()));
  }

  private static Collection collection(ResultSet row, int number) throws SQLException {
    Integer cover = row.getObject("cover", Integer.class);
    return new Collection(
        new CollectionId(row.getInt("id")),
        row.getString("name"),
        row.getString("description"),
        visibility(row),
        new UserId(row.getString("clerk_user_id")),
        null,
        cover == null ? null : new ImageId(cover),
        null,
        row.getInt("images"),
        row.getBoolean("is_owner"),
        row.getString("own_link"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static Visibility visibility(ResultSet row) throws SQLException {
    return Visibility.valueOf(row.getString("visibility").toUpperCase(Locale.ROOT));
  }
}
