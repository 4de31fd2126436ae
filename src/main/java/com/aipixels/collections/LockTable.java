package com.aipixels.collections;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The locks of pictures that have to be held, in the order of their ids, before their places in a
/// collection change: whoever deletes a picture takes it first, too.
@Component
class LockTable {

  private final JdbcClient jdbc;

  LockTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// False where there is no such picture for the viewer.
  boolean hold(Viewer viewer, ImageId image) {
    return jdbc.sql(
            """
            SELECT i.id
            FROM images i
            WHERE i.id = :image AND %s
            FOR KEY SHARE
            """
                .formatted(Sight.PICTURE))
        .param("viewer", viewer.idOrNull())
        .param("image", image.value())
        .query((_, _) -> true)
        .optional()
        .isPresent();
  }

  void holdAllOf(CollectionId id) {
    jdbc.sql(
            """
            SELECT i.id
            FROM images i
            WHERE i.id IN (SELECT x.image_id FROM collection_images x WHERE x.collection_id = :id)
            ORDER BY i.id
            FOR KEY SHARE
            """)
        .param("id", id.value())
        .query((row, _) -> row.getInt("id"))
        .list();
  }
}
