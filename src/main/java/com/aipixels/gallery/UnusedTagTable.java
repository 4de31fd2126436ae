package com.aipixels.gallery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tags that no public picture has any more. They are shown to nobody, but somebody wrote them.
@Component
class UnusedTagTable {

  private final JdbcClient jdbc;

  UnusedTagTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Removes them in a transaction that holds no picture; false where there were none. Locked in a
  /// statement of its own, so that the next one sees what others did until then.
  boolean remove() {
    jdbc.sql("SELECT lock_tags()").query((_, _) -> true).single();
    return jdbc.sql(
                """
                DELETE FROM tags t
                WHERE t.image_count = 0 AND NOT EXISTS (SELECT FROM image_tags x WHERE x.tag_id = t.id)
                """)
            .update()
        > 0;
  }
}
