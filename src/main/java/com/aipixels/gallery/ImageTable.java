package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.look.Term;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ImageTable {

  private final JdbcClient jdbc;
  private final VersionQueries versions;

  ImageTable(JdbcClient jdbc, VersionQueries versions) {
    this.jdbc = jdbc;
    this.versions = versions;
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
              generation_id, engine, seed, source_image_id, model, aspect_ratio, reproducible, thumb_hash)
            SELECT
              :owner, :title, :description, :file, :thumbnail, :prompt, :translated,
              :negative, :category::category, :size::image_size, :style::style, :tone::color_tone,
              :visibility::visibility, :width, :height,
              :reference, :tags, :allowDownload, :allowComments, t.utc, t.utc,
              :generation, :engine, :seed, (SELECT s.id FROM images s WHERE s.id = :source),
              :model, :ratio, :reproducible, decode(:hash, 'base64')
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
        .param("model", making.model())
        .param("ratio", look.aspectRatio().value())
        .param("reproducible", making.reproducible())
        .param("hash", image.file().thumbHash())
        .query((row, _) -> new ImageId(row.getInt("id")))
        .single();
  }

  /// Most pictures stand in no tree; for those that do, it is asked for apart. As a part of this
  /// statement it made the database work twice as long for all of them.
  Optional<Image> find(Viewer viewer, ImageId id) {
    return jdbc.sql(
            """
            SELECT %s,
                   i.description, i.prompt, i.translated_prompt, i.negative_prompt, i.image_size,
                   i.replicate_id, i.seed, i.model, i.aspect_ratio, i.reproducible, i.updated_at,
                   COALESCE(i.allow_download, true) AS allow_download,
                   COALESCE(i.allow_comments, true) AS allow_comments,
                   COALESCE(i.clerk_user_id = :viewer, false) AS is_owner,
                   (SELECT h.causes FROM image_holds h WHERE h.image_id = i.id) AS held_for,
                   EXISTS (SELECT FROM image_versions v WHERE v.image_id = i.id) AS in_tree
            FROM images i
            WHERE i.id = :id AND %s
            """
                .formatted(ImageRows.card(viewer), ImageRows.visible(viewer)))
        .param("id", id.value())
        .param("viewer", viewer.idOrNull(), Types.VARCHAR)
        .query((row, n) -> new Found(ImageRows.image(row, n), row.getBoolean("in_tree")))
        .optional()
        .map(found -> found.inTree ? found.image.with(versions.kinship(id, viewer)) : found.image);
  }

  /// Whose picture it is, where the viewer may see it.
  Optional<UserId> owner(Viewer viewer, ImageId id) {
    return jdbc.sql(
            """
            SELECT i.clerk_user_id
            FROM images i
            WHERE i.id = :id AND %s
            """
                .formatted(ImageRows.visible(viewer)))
        .param("id", id.value())
        .param("viewer", viewer.idOrNull())
        .query((row, _) -> new UserId(row.getString("clerk_user_id")))
        .optional();
  }

  /// Holds the row until the transaction ends; the visibility it has until then, or empty where
  /// somebody else was quicker to delete it.
  Optional<Visibility> lock(ImageId id) {
    return jdbc.sql("SELECT visibility FROM images WHERE id = :id FOR UPDATE")
        .param("id", id.value())
        .query((row, _) -> ImageRows.visibility(row))
        .optional();
  }

  boolean isHeld(ImageId id) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM image_holds h WHERE h.image_id = :id) AS held")
        .param("id", id.value())
        .query((row, _) -> row.getBoolean("held"))
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

  /// Keeps a picture from being deleted until the transaction ends, if it is still there.
  void hold(ImageId id) {
    jdbc.sql("SELECT id FROM images WHERE id = :id FOR KEY SHARE")
        .param("id", id.value())
        .query((row, _) -> row.getInt("id"))
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

  private record Found(Image image, boolean inTree) {}
}
