package com.aipixels.gallery;

import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Pictures whose files are still to be looked at for their ThumbHash.
@Component
class UnhashedTable {

  private final JdbcClient jdbc;

  UnhashedTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Where the files of a picture lay when it was read.
  record Waiting(int imageId, String file, @Nullable String thumbnail) {}

  /// Newest first: they are looked at most.
  List<Waiting> newest(int most) {
    return jdbc.sql(
            """
            SELECT i.id, i.file_path, i.thumbnail_url
            FROM unhashed_images u JOIN images i ON i.id = u.image_id
            ORDER BY u.image_id DESC
            LIMIT :most
            """)
        .param("most", most)
        .query((row, _) ->
            new Waiting(
                row.getInt("id"), row.getString("file_path"), row.getString("thumbnail_url")))
        .list();
  }

  /// Waits no longer, unless its files have become others meanwhile. The picture is locked before
  /// what hangs on it, as by whoever deletes it.
  ///
  /// @param thumbHash in base64
  void settle(Waiting waiting, @Nullable String thumbHash) {
    jdbc.sql(
            """
            WITH settled AS (
              UPDATE images
              SET thumb_hash = decode(:hash, 'base64')
              WHERE id = :id AND file_path = :file AND thumbnail_url IS NOT DISTINCT FROM :thumbnail
              RETURNING id)
            DELETE FROM unhashed_images u USING settled s WHERE u.image_id = s.id
            """)
        .param("id", waiting.imageId())
        .param("file", waiting.file())
        .param("thumbnail", waiting.thumbnail(), Types.VARCHAR)
        .param("hash", thumbHash, Types.VARCHAR)
        .update();
  }
}
