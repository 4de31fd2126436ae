package com.aipixels.provenance;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What pictures are known again by, and which of them wait to be looked at.
@Component
class FingerprintTable {

  private final JdbcClient jdbc;

  FingerprintTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Pictures that an older eye, or none, has looked at; held until the transaction ends.
  List<Integer> claim(int eye, int most) {
    return jdbc.sql(
            """
            SELECT image_id
            FROM fingerprints
            WHERE eye < :eye
            ORDER BY eye, image_id DESC
            LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
        .param("eye", eye)
        .param("most", most)
        .query((row, _) -> row.getInt("image_id"))
        .list();
  }

  /// Read now that they are held: together with the claim, they could be those from before a change
  /// that has just ended.
  List<Paths> paths(List<Integer> claimed) {
    return jdbc.sql("SELECT id, file_path, thumbnail_url FROM images WHERE id = ANY (:ids)")
        .param("ids", claimed.toArray(Integer[]::new))
        .query((row, _) ->
            new Paths(row.getInt("id"), row.getString("file_path"), row.getString("thumbnail_url")))
        .list();
  }

  void write(int eye, int imageId, Fingerprint print) {
    Look look = print.look();
    jdbc.sql(
            """
            UPDATE fingerprints
            SET eye = :eye, files = :files, look = :look::bit(256), parts = :parts
            WHERE image_id = :image
            """)
        .param("eye", eye)
        .param("image", imageId)
        .param("files", print.files().toArray(byte[][]::new))
        .param("look", look == null ? null : look.text())
        .param("parts", look == null ? null : look.parts().toArray(Integer[]::new))
        .update();
  }
}
