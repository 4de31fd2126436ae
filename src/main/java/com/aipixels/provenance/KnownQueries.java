package com.aipixels.provenance;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Known pictures among those that a viewer may see. What they may not see is passed over in the
/// same statement that finds it.
@Component
class KnownQueries {

  /// Up to here two looks are of the same picture; `RecognitionTest` says why it is not more or
  /// less.
  private static final int MOST_DIFFERENT = 40;

  /// How many that share a part with what is sought are looked at more closely. One in a hundred of
  /// all pictures does so by chance.
  private static final int MOST_COMPARED = 20_000;

  /// What was brought from elsewhere hangs here, but was not made here.
  private static final String KNOWN =
      """
      visible_to(:viewer, i.clerk_user_id, i.visibility, (SELECT apart_from(:viewer)))
      AND NOT EXISTS (SELECT FROM image_origins o WHERE o.image_id = i.id)
      """;

  private final JdbcClient jdbc;

  KnownQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The first picture that had this very file.
  Optional<ImageId> withFile(Viewer viewer, byte[] sha256) {
    return jdbc.sql(
            """
            SELECT i.id
            FROM fingerprints f JOIN images i ON i.id = f.image_id
            WHERE f.files @> ARRAY[:sha256]::bytea[] AND %s
            ORDER BY i.id
            LIMIT 1
            """
                .formatted(KNOWN))
        .param("viewer", viewer.idOrNull())
        .param("sha256", sha256)
        .query((row, _) -> new ImageId(row.getInt("id")))
        .optional();
  }

  /// The picture that looks most like one of these.
  Optional<Likeness> lookingLike(Viewer viewer, List<Look> looks) {
    Integer[] parts =
        looks.stream().flatMap(look -> look.parts().stream()).distinct().toArray(Integer[]::new);
    return jdbc.sql(
            """
            WITH sought AS MATERIALIZED (
              SELECT s.look::bit(256) AS look FROM unnest(:looks) s (look)),
            near AS MATERIALIZED (
              SELECT p.image_id, p.look FROM sharing_parts(:parts, :compared) p),
            alike AS (
              SELECT n.image_id, min(bit_count(n.look # s.look)) AS distance
              FROM near n CROSS JOIN sought s
              GROUP BY n.image_id)
            SELECT a.image_id, a.distance
            FROM alike a JOIN images i ON i.id = a.image_id
            WHERE a.distance <= :most AND %s
            ORDER BY a.distance, a.image_id
            LIMIT 1
            """
                .formatted(KNOWN))
        .param("viewer", viewer.idOrNull())
        .param("parts", parts)
        .param("looks", looks.stream().map(Look::text).toArray(String[]::new))
        .param("compared", MOST_COMPARED)
        .param("most", MOST_DIFFERENT)
        .query(
            (row, _) -> new Likeness(new ImageId(row.getInt("image_id")), row.getInt("distance")))
        .optional();
  }
}
