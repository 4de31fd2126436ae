package com.aipixels.gallery;

import com.aipixels.identity.Viewer;
import com.aipixels.look.Term;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ImageTable {

  private final JdbcClient jdbc;

  ImageTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  ImageId insert(NewImage image) {
    NewImage.Words words = image.words();
    NewImage.Look look = image.look();
    NewImage.Making making = image.making();
    return jdbc.sql(
            """
            INSERT INTO images (
              clerk_user_id, title, description, file_path, thumbnail_url, prompt, translated_prompt,
              negative_prompt, category, image_size, style, color_tone, visibility, width, height,
              replicate_id, tags, allow_download, allow_comments, created_at, updated_at,
              generation_id, engine, seed, source_image_id)
            SELECT
              :owner, :title, :description, :file, :thumbnail, :prompt, :translated,
              :negative, :category::category, :size::image_size, :style::style, :tone::color_tone,
              :visibility::visibility, :width, :height,
              :reference, :tags, :allowDownload, :allowComments, t.utc, t.utc,
              :generation, :engine, :seed, (SELECT s.id FROM images s WHERE s.id = :source)
            FROM (SELECT clock_timestamp() AT TIME ZONE 'UTC' AS utc) t
            RETURNING id
            """)
        .param("owner", image.owner().value())
        .param("title", words.title())
        .param("description", words.description())
        .param("file", image.file().original().value())
        .param("thumbnail", image.file().thumbnail().value())
        .param("prompt", words.prompt())
        .param("translated", words.translatedPrompt())
        .param("negative", words.negativePrompt())
        .param("category", value(look.category()))
        .param("size", look.imageSize().value())
        .param("style", value(look.style()))
        .param("tone", value(look.colorTone()))
        .param("visibility", image.visibility().value())
        .param("width", image.file().width())
        .param("height", image.file().height())
        .param("reference", making.engineReference())
        .param("tags", words.tags().toArray(String[]::new))
        .param("allowDownload", image.allowDownload())
        .param("allowComments", image.allowComments())
        .param("generation", image.generationId())
        .param("engine", making.engine())
        .param("seed", making.seed())
        .param("source", making.source() == null ? null : making.source().value())
        .query((row, _) -> new ImageId(row.getInt("id")))
        .single();
  }

  Optional<Image> find(Viewer viewer, ImageId id) {
    return jdbc.sql(
            """
            SELECT %s,
                   i.description, i.prompt, i.translated_prompt, i.negative_prompt, i.image_size,
                   i.replicate_id, i.seed, i.updated_at,
                   COALESCE(i.allow_download, true) AS allow_download,
                   COALESCE(i.allow_comments, true) AS allow_comments,
                   COALESCE(i.clerk_user_id = :viewer, false) AS is_owner,
                   (SELECT p.id FROM images p
                    WHERE p.id = i.source_image_id
                      AND visible_to(:viewer, p.clerk_user_id, p.visibility)) AS parent_id,
                   (WITH RECURSIVE line AS (
                      SELECT i.id, i.source_image_id, 0 AS depth
                      UNION ALL
                      SELECT a.id, a.source_image_id, line.depth + 1
                      FROM line JOIN images a ON a.id = line.source_image_id
                      WHERE visible_to(:viewer, a.clerk_user_id, a.visibility))
                    SELECT line.id FROM line ORDER BY depth DESC LIMIT 1) AS root_id,
                   (SELECT count(*) FROM images c
                    WHERE c.source_image_id = i.id
                      AND visible_to(:viewer, c.clerk_user_id, c.visibility)) AS child_count
            FROM images i
            WHERE i.id = :id AND visible_to(:viewer, i.clerk_user_id, i.visibility)
            """
                .formatted(ImageRows.CARD))
        .param("id", id.value())
        .param("viewer", viewer.idOrNull())
        .query(ImageRows::image)
        .optional();
  }

  /// Holds the row until the transaction ends; the visibility it has until then.
  Visibility lock(ImageId id) {
    return jdbc.sql("SELECT visibility FROM images WHERE id = :id FOR UPDATE")
        .param("id", id.value())
        .query((row, _) -> ImageRows.visibility(row))
        .single();
  }

  void update(ImageId id, ImageChange change) {
    List<String> tags = change.tags();
    jdbc.sql(
            """
            UPDATE images
            SET title = CASE WHEN :title::text IS NULL THEN title ELSE NULLIF(:title, '') END,
                description = CASE WHEN :description::text IS NULL THEN description ELSE NULLIF(:description, '') END,
                tags = COALESCE(:tags::text[], tags),
                category = COALESCE(:category::category, category),
                visibility = COALESCE(:visibility::visibility, visibility),
                allow_download = COALESCE(:allowDownload::boolean, allow_download),
                allow_comments = COALESCE(:allowComments::boolean, allow_comments),
                updated_at = clock_timestamp() AT TIME ZONE 'UTC'
            WHERE id = :id
            """)
        .param("id", id.value())
        .param("title", change.title())
        .param("description", change.description())
        .param("tags", tags == null ? null : tags.toArray(String[]::new))
        .param("category", value(change.category()))
        .param("visibility", value(change.visibility()))
        .param("allowDownload", change.allowDownload())
        .param("allowComments", change.allowComments())
        .update();
  }

  /// The path of its file, or empty where somebody else was quicker.
  Optional<String> delete(ImageId id) {
    return jdbc.sql("DELETE FROM images WHERE id = :id RETURNING file_path")
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  void countDownload(ImageId id) {
    jdbc.sql("UPDATE images SET download_count = COALESCE(download_count, 0) + 1 WHERE id = :id")
        .param("id", id.value())
        .update();
  }

  private static @Nullable String value(@Nullable Term term) {
    return term == null ? null : term.value();
  }
}
