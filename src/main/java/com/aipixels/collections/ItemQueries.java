package com.aipixels.collections;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The pictures of a collection that a viewer may see, in its order.
@Component
class ItemQueries {

  private static final String ORDER = "collected";

  private final JdbcClient jdbc;

  ItemQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The cursor names a picture and not its place: from two places one could count the hidden
  /// pictures between them. It is refused once its picture was taken out.
  Slice<ImageId> of(Viewer viewer, CollectionId id, PageRequest page) {
    Optional<Item> after =
        page.after(ORDER).map(cursor -> cursor.key(0, image -> item(id, Integer.valueOf(image))));
    String sql =
        """
        SELECT x.image_id, x.place
        FROM collection_images x JOIN images i ON i.id = x.image_id
        WHERE x.collection_id = :id AND (x.place, x.image_id) > (:place, :image) AND %s
        ORDER BY x.place, x.image_id
        LIMIT %d
        """
            .formatted(Sight.PICTURE, page.rowsToFetch());
    return Slice.of(
            jdbc.sql(sql)
                .param("viewer", viewer.idOrNull())
                .param("id", id.value())
                .param("place", after.map(Item::place).orElse(Long.MIN_VALUE))
                .param("image", after.map(item -> item.image().value()).orElse(0))
                .query(ItemQueries::item)
                .list(),
            page,
            last -> Cursor.of(ORDER, last.image()))
        .map(items -> items.stream().map(Item::image).toList());
  }

  private Item item(CollectionId id, int image) {
    return jdbc.sql(
            """
            SELECT x.image_id, x.place FROM collection_images x
            WHERE x.collection_id = :id AND x.image_id = :image
            """)
        .param("id", id.value())
        .param("image", image)
        .query(ItemQueries::item)
        .single();
  }

  private static Item item(ResultSet row, int number) throws SQLException {
    return new Item(new ImageId(row.getInt("image_id")), row.getLong("place"));
  }
}
