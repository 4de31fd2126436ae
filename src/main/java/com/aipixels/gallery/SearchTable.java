package com.aipixels.gallery;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What pictures are found by, and which of them wait to be analysed.
@Component
class SearchTable {

  private final JdbcClient jdbc;

  SearchTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The words of one public picture.
  record Words(
      int imageId,
      @Nullable String title,
      @Nullable String description,
      String prompt,
      @Nullable String translatedPrompt,
      List<String> tags) {}

  /// Pictures that an older analyser, or none, has seen; held until the transaction ends.
  List<Integer> claim(int analyser, int most) {
    return jdbc.sql(
            """
            SELECT image_id
            FROM image_search
            WHERE analyser < :analyser
            ORDER BY analyser, image_id DESC
            LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
        .param("analyser", analyser)
        .param("most", most)
        .query((row, _) -> row.getInt("image_id"))
        .list();
  }

  /// Their words now that they are held: read together with the claim, they could be those from
  /// before a change that has just ended.
  List<Words> words(List<Integer> claimed) {
    return jdbc.sql(
            """
            SELECT id, title, description, prompt, translated_prompt, tags
            FROM images
            WHERE id = ANY (:ids)
            """)
        .param("ids", claimed.toArray(Integer[]::new))
        .query(SearchTable::words)
        .list();
  }

  /// @param documents each picture's, as PostgreSQL writes a `tsvector`
  void write(int analyser, Map<Integer, String> documents) {
    jdbc.sql(
            """
            UPDATE image_search s
            SET document = d.document::tsvector, analyser = :analyser
            FROM unnest(:ids::integer[], :documents::text[]) AS d (image_id, document)
            WHERE s.image_id = d.image_id
            """)
        .param("analyser", analyser)
        .param("ids", documents.keySet().toArray(Integer[]::new))
        .param("documents", documents.values().toArray(String[]::new))
        .update();
  }

  private static Words words(ResultSet row, int number) throws SQLException {
    Array tags = row.getArray("tags");
    return new Words(
        row.getInt("id"),
        row.getString("title"),
        row.getString("description"),
        row.getString("prompt"),
        row.getString("translated_prompt"),
        tags == null ? List.of() : List.of((String[]) tags.getArray()));
  }
}
