package com.aipixels.collections;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where pictures stand in a collection that is locked.
@Component
class PlaceTable {

  private final JdbcClient jdbc;

  PlaceTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int count(CollectionId id) {
    return jdbc.sql("SELECT count(*) FROM collection_images WHERE collection_id = :id")
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  boolean holds(CollectionId id, ImageId image) {
    return jdbc.sql(
            "SELECT place FROM collection_images WHERE collection_id = :id AND image_id = :image")
        .param("id", id.value())
        .param("image", image.value())
        .query((_, _) -> true)
        .optional()
        .isPresent();
  }

  /// The place of a picture that the viewer sees in the collection.
  Optional<Long> seen(Viewer viewer, CollectionId id, int image) {
    return jdbc.sql(
            """
            SELECT x.place
            FROM collection_images x JOIN images i ON i.id = x.image_id
            WHERE x.collection_id = :id AND x.image_id = :image AND %s
            """
                .formatted(Sight.PICTURE))
        .param("viewer", viewer.idOrNull())
        .param("id", id.value())
        .param("image", image)
        .query((row, _) -> row.getLong("place"))
        .optional();
  }

  Gap end(CollectionId id) {
    return new Gap(next(id, null, "max", "true"), null);
  }

  /// Right behind this place, as if the moving picture were nowhere.
  Gap behind(CollectionId id, long place, ImageId moving) {
    return new Gap(place, next(id, moving, "min", "place > " + place));
  }

  /// Right in front of this place, as if the moving picture were nowhere.
  Gap inFrontOf(CollectionId id, long place, ImageId moving) {
    return new Gap(next(id, moving, "max", "place < " + place), place);
  }

  void put(CollectionId id, ImageId image, long place) {
    jdbc.sql(
            """
            INSERT INTO collection_images (collection_id, image_id, place)
            VALUES (:id, :image, :place)
            ON CONFLICT (collection_id, image_id) DO UPDATE SET place = EXCLUDED.place
            """)
        .param("id", id.value())
        .param("image", image.value())
        .param("place", place)
        .update();
  }

  void remove(CollectionId id, ImageId image) {
    jdbc.sql("DELETE FROM collection_images WHERE collection_id = :id AND image_id = :image")
        .param("id", id.value())
        .param("image", image.value())
        .update();
  }

  /// Gives every picture its distance from the next again, in the same order.
  void spread(CollectionId id) {
    jdbc.sql(
            """
            UPDATE collection_images x
            SET place = n.rank * :step
            FROM (SELECT image_id, row_number() OVER (ORDER BY place, image_id) AS rank
                  FROM collection_images WHERE collection_id = :id) n
            WHERE x.collection_id = :id AND x.image_id = n.image_id
            """)
        .param("id", id.value())
        .param("step", Gap.STEP)
        .update();
  }

  /// Makes a picture the cover; 0 makes none.
  void setCover(CollectionId id, int image) {
    jdbc.sql("UPDATE collection_images SET is_cover = false WHERE collection_id = :id AND is_cover")
        .param("id", id.value())
        .update();
    jdbc.sql(
            """
            UPDATE collection_images SET is_cover = true
            WHERE collection_id = :id AND image_id = :image
            """)
        .param("id", id.value())
        .param("image", image)
        .update();
  }

  private @Nullable Long next(
      CollectionId id, @Nullable ImageId moving, String which, String where) {
    return jdbc.sql(
            """
            SELECT %s(place) AS place
            FROM collection_images
            WHERE collection_id = :id AND image_id <> :moving AND %s
            """
                .formatted(which, where))
        .param("id", id.value())
        .param("moving", moving == null ? 0 : moving.value())
        .query((row, _) -> Optional.ofNullable(row.getObject("place", Long.class)))
        .single()
        .orElse(null);
  }
}
