package com.aipixels.gallery;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Pictures to delete, in a transaction of the caller's.
@Component
class DeletionTable {

  private final JdbcClient jdbc;

  DeletionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Deletes those that are still there. Pictures made from them lose their source and are held as
  /// well, all in the order of their ids, so that nobody waits in a circle.
  List<ImageDeleted> delete(List<ImageId> ids) {
    Integer[] array = ids.stream().map(ImageId::value).toArray(Integer[]::new);
    jdbc.sql(
            """
            SELECT id FROM images
            WHERE id = ANY (:ids) OR source_image_id = ANY (:ids)
            ORDER BY id
            FOR UPDATE
            """)
        .param("ids", array)
        .query((row, _) -> row.getInt("id"))
        .list();
    return jdbc.sql("DELETE FROM images WHERE id = ANY (:ids) RETURNING id, file_path")
        .param("ids", array)
        .query(
            (row, _) -> new ImageDeleted(new ImageId(row.getInt("id")), row.getString("file_path")))
        .list();
  }
}
