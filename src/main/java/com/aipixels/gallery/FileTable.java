package com.aipixels.gallery;

import com.aipixels.identity.Viewer;
import com.aipixels.storage.ObjectKey;
import java.sql.Types;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose picture a file belongs to, as far as a viewer may know.
@Component
final class FileTable {

  private final JdbcClient jdbc;

  FileTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whether everybody may see the picture whose files share this stem; empty where this viewer may
  /// not, or where there is no such picture.
  Optional<Boolean> isPublic(String stem, Viewer viewer) {
    return jdbc.sql(
            """
            SELECT visibility = 'public'
            FROM images
            WHERE split_part(file_path, '.', 1) = :stem
              AND visible_to(:viewer, clerk_user_id, visibility, (SELECT apart_from(:viewer)))
            ORDER BY visibility DESC
            LIMIT 1
            """)
        .param("stem", stem)
        .param("viewer", viewer.idOrNull(), Types.VARCHAR)
        .query(Boolean.class)
        .optional();
  }

  /// Where the original of a picture lies, whoever may see it; empty where that is with somebody
  /// else.
  Optional<ObjectKey> original(ImageId id) {
    return jdbc.sql("SELECT file_path FROM images WHERE id = :id")
        .param("id", id.value())
        .query((row, _) -> row.getString("file_path"))
        .optional()
        .filter(ObjectKey::isValid)
        .map(ObjectKey::new);
  }

  /// Those of the stems that belong to a picture.
  Set<String> hanging(Set<String> stems) {
    return jdbc.sql(
            """
            SELECT split_part(file_path, '.', 1)
            FROM images
            WHERE split_part(file_path, '.', 1) = ANY(:stems)
            """)
        .param("stems", stems.toArray(String[]::new))
        .query((row, _) -> row.getString(1))
        .set();
  }
}
