package com.aipixels.gallery;

import com.aipixels.gallery.PublicPictures.Entry;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PublicQueries {

  private final JdbcClient jdbc;

  PublicQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The highest id of any picture; -1 where there is none.
  int last() {
    return jdbc.sql("SELECT COALESCE(max(id), -1) FROM images").query(Integer.class).single();
  }

  List<Entry> between(long first, long end) {
    return jdbc.sql(
            """
            SELECT id, updated_at FROM images
            WHERE id >= :first AND id < :end AND visibility = 'public'
            ORDER BY id
            """)
        .param("first", first)
        .param("end", end)
        .query((row, _) ->
            new Entry(
                new ImageId(row.getInt("id")),
                row.getObject("updated_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
        .list();
  }
}
