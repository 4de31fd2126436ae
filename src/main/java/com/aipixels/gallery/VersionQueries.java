package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Trees of pictures. What anybody may see and what is one's own stand in indexes of their own, so
/// that no page wades through what it does not show.
@Component
class VersionQueries {

  private static final String OLDEST = "versions";

  private final JdbcClient jdbc;

  VersionQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A page of the tree that a picture stands in, the oldest first: nothing is older than what it
  /// was made from. A picture without a tree is one.
  Slice<Version> tree(ImageId id, Viewer viewer, PageRequest page) {
    int after = page.after(OLDEST).map(cursor -> cursor.key(0, Integer::valueOf)).orElse(0);
    return root(id)
        .map(root -> tree(root, viewer, page, after))
        .orElseGet(
            () -> new Slice<>(after < id.value() ? line(id, viewer) : List.<Version>of(), null));
  }

  private Optional<Integer> root(ImageId id) {
    return jdbc.sql("SELECT root_id FROM image_versions WHERE image_id = :id")
        .param("id", id.value())
        .query(Integer.class)
        .optional();
  }

  private Slice<Version> tree(int root, Viewer viewer, PageRequest page, int after) {
    String sql =
        """
        SELECT %s, d.parent_id, d.kind, d.gap
        FROM (%s) v
        JOIN images i ON i.id = v.image_id
        CROSS JOIN LATERAL descent_of(v.image_id, :viewer, %s) d
        ORDER BY v.image_id
        """
            .formatted(
                ImageRows.card(viewer),
                members(viewer, "root_id", page.rowsToFetch()),
                ImageRows.apart(viewer));
    List<Version> versions =
        jdbc.sql(sql)
            .param("of", root)
            .param("after", after)
            .param("viewer", viewer.idOrNull(), Types.VARCHAR)
            .query(VersionRows::version)
            .list();
    return Slice.of(versions, page, version -> Cursor.of(OLDEST, version.card().id()));
  }

  /// The first pictures made from this one.
  List<ImageCard> children(ImageId parent, Viewer viewer, int most) {
    return jdbc.sql(
            """
            SELECT %s
            FROM (%s) v JOIN images i ON i.id = v.image_id
            ORDER BY v.image_id
            """
                .formatted(ImageRows.card(viewer), members(viewer, "parent_id", most)))
        .param("of", parent.value())
        .param("after", 0)
        .param("viewer", viewer.idOrNull(), Types.VARCHAR)
        .query((row, n) -> ImageRows.card(row, n))
        .list();
  }

  /// A version and the line above it, topmost first.
  List<Version> line(ImageId id, Viewer viewer) {
    return jdbc.sql(
            """
            SELECT %1$s, d.parent_id, d.kind, d.gap
            FROM (SELECT :id AS image_id, 0 AS step
                  UNION ALL
                  SELECT l.image_id, l.step FROM line_of(:id, :viewer, %2$s) l WHERE l.seen) v
            JOIN images i ON i.id = v.image_id
            CROSS JOIN LATERAL descent_of(v.image_id, :viewer, %2$s) d
            WHERE %3$s
            ORDER BY v.step DESC
            """
                .formatted(
                    ImageRows.card(viewer), ImageRows.apart(viewer), ImageRows.visible(viewer)))
        .param("id", id.value())
        .param("viewer", viewer.idOrNull(), Types.VARCHAR)
        .query(VersionRows::version)
        .list();
  }

  /// Where a picture stands that the viewer may see.
  Image.Kinship kinship(ImageId id, Viewer viewer) {
    return jdbc.sql(
            """
            SELECT COALESCE(d.root_id, :of) AS root_id, d.parent_id, d.kind, d.gap,
                   (SELECT count(*) FROM (%s) c) AS child_count
            FROM descent_of(:of, :viewer, %s) d
            """
                .formatted(
                    members(viewer, "parent_id", Image.Kinship.MOST_COUNTED),
                    ImageRows.apart(viewer)))
        .param("of", id.value())
        .param("after", 0)
        .param("viewer", viewer.idOrNull(), Types.VARCHAR)
        .query(VersionRows::kinship)
        .single();
  }

  /// What is public of other members: a picture, and the first of its tree.
  Origins origins(ImageId source, UserId maker) {
    return jdbc.sql(
            """
            SELECT max(i.id) FILTER (WHERE i.id = s.root_id) AS root_id,
                   max(i.id) FILTER (WHERE i.id = :source) AS parent_id
            FROM (SELECT COALESCE(
                    (SELECT v.root_id FROM image_versions v WHERE v.image_id = :source), :source) AS root_id) s
            JOIN images i ON i.id IN (s.root_id, :source)
            WHERE visible_to(NULL, i.clerk_user_id, i.visibility, '{}') AND i.clerk_user_id <> :maker
            """)
        .param("source", source.value())
        .param("maker", maker.value())
        .query((row, _) -> new Origins(imageId(row, "root_id"), imageId(row, "parent_id")))
        .single();
  }

  /// The first of those that may be seen, by number, each list from the index that holds no others.
  static String members(Viewer viewer, String column, int most) {
    String some =
        """
        (SELECT v.image_id
         FROM image_versions v JOIN images i ON i.id = v.image_id
         WHERE v.%s = :of AND v.image_id > :after AND %s AND %s
         ORDER BY v.image_id LIMIT %d)
        """;
    String shown = ImageRows.visible(viewer);
    String everybodys = some.formatted(column, "v.visibility = 'public'", shown, most);
    if (viewer instanceof Viewer.Guest) {
      return everybodys;
    }
    String own = some.formatted(column, "v.clerk_user_id = :viewer", shown, most);
    return "%s UNION %s ORDER BY image_id LIMIT %d".formatted(everybodys, own, most);
  }

  private static @Nullable ImageId imageId(ResultSet row, String column) throws SQLException {
    Integer id = row.getObject(column, Integer.class);
    return id == null ? null : new ImageId(id);
  }
}
