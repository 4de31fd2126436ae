package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import com.aipixels.look.Term;
import com.aipixels.storage.ObjectKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Pictures that are taken along, and those that were brought.
@Component
class PortfolioTable {

  private final JdbcClient jdbc;

  PortfolioTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A picture that is held back only because its owner is leaving has the visibility it would
  /// return to.
  List<Portfolios.Item> after(UserId owner, int id, int limit) {
    return jdbc.sql(
            """
            SELECT i.id, i.title, i.description, i.tags, i.prompt, i.translated_prompt, i.negative_prompt,
                   i.category, i.image_size, i.style, i.color_tone,
                   CASE WHEN h.causes = ARRAY['leaving'] THEN h.visibility ELSE i.visibility END AS visibility,
                   COALESCE(i.allow_download, true) AS allow_download,
                   COALESCE(i.allow_comments, true) AS allow_comments,
                   i.width, i.height, i.engine, i.model, i.aspect_ratio, i.replicate_id, i.seed, i.source_image_id,
                   i.view_count, i.like_count, i.comment_count, i.download_count,
                   i.created_at, i.updated_at, i.published_at, i.file_path
            FROM images i LEFT JOIN image_holds h ON h.image_id = i.id
            WHERE i.clerk_user_id = :owner AND i.id > :id
            ORDER BY i.id
            LIMIT :limit
            """)
        .param("owner", owner.value())
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new Portfolios.Item(line(row), original(row.getString("file_path"))))
        .list();
  }

  /// Whether the member has the picture already: brought before, or never gone.
  boolean knows(UserId owner, UUID origin, int originId, boolean fromHere) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM image_origins o
                           WHERE o.clerk_user_id = :owner AND o.origin = :origin AND o.origin_id = :originId)
                OR (:fromHere AND EXISTS (SELECT FROM images i WHERE i.id = :originId AND i.clerk_user_id = :owner))
            """)
        .param("owner", owner.value())
        .param("origin", origin)
        .param("originId", originId)
        .param("fromHere", fromHere)
        .query(Boolean.class)
        .single();
  }

  /// Made from what its source has become here, if it was brought, too.
  ImageId insert(Arrival arrival, List<String> tags, PictureFile file) {
    PortableImage line = arrival.line();
    return jdbc.sql(
            """
            INSERT INTO images (
              clerk_user_id, title, description, file_path, thumbnail_url, prompt, translated_prompt,
              negative_prompt, category, image_size, style, color_tone, visibility, width, height,
              replicate_id, tags, allow_download, allow_comments, engine, model, aspect_ratio, seed,
              created_at, updated_at, published_at, thumb_hash, source_image_id)
            VALUES (
              :owner, NULLIF(:title, ''), NULLIF(:description, ''), :file, :thumbnail, :prompt, :translated,
              :negative, :category::category, :size::image_size, :style::style, :tone::color_tone,
              :visibility::visibility, :width, :height,
              :reference, :tags, :allowDownload, :allowComments, :engine, :model, :ratio, :seed,
              :createdAt, :updatedAt, :publishedAt, decode(:hash, 'base64'),
              (SELECT o.image_id FROM image_origins o
               WHERE o.clerk_user_id = :owner AND o.origin = :origin AND o.origin_id = :source))
            RETURNING id
            """)
        .param("owner", arrival.owner().value())
        .param("title", line.title())
        .param("description", line.description())
        .param("file", file.original().value())
        .param("thumbnail", file.thumbnail().value())
        .param("prompt", line.prompt())
        .param("translated", line.translatedPrompt())
        .param("negative", line.negativePrompt())
        .param("category", value(line.category()))
        .param("size", value(line.imageSize()))
        .param("style", value(line.style()))
        .param("tone", value(line.colorTone()))
        .param("visibility", arrival.visibility().value())
        .param("width", file.width())
        .param("height", file.height())
        .param("hash", file.thumbHash())
        .param("reference", line.engineReference())
        .param("tags", tags.toArray(String[]::new))
        .param("allowDownload", line.allowDownload())
        .param("allowComments", line.allowComments())
        .param("engine", line.engine())
        .param("model", line.model())
        .param("ratio", value(line.aspectRatio()))
        .param("seed", line.seed())
        .param("createdAt", utc(line.createdAt()))
        .param("updatedAt", utc(line.updatedAt()))
        .param("publishedAt", utc(arrival.publishedAt()))
        .param("origin", arrival.origin())
        .param("source", line.sourceImageId())
        .query((row, _) -> new ImageId(row.getInt("id")))
        .single();
  }

  void remember(ImageId id, Arrival arrival, String sha256) {
    jdbc.sql(
            """
            INSERT INTO image_origins (image_id, clerk_user_id, origin, origin_id, sha256)
            VALUES (:id, :owner, :origin, :originId, :sha256)
            """)
        .param("id", id.value())
        .param("owner", arrival.owner().value())
        .param("origin", arrival.origin())
        .param("originId", arrival.line().id())
        .param("sha256", sha256)
        .update();
  }

  private static PortableImage line(ResultSet row) throws SQLException {
    return new PortableImage(
        row.getInt("id"),
        row.getString("title"),
        row.getString("description"),
        tags(row.getArray("tags")),
        row.getString("prompt"),
        row.getString("translated_prompt"),
        row.getString("negative_prompt"),
        term(Category.class, row.getString("category")),
        term(ImageSize.class, row.getString("image_size")),
        term(AspectRatio.class, row.getString("aspect_ratio")),
        term(Style.class, row.getString("style")),
        term(ColorTone.class, row.getString("color_tone")),
        ImageRows.visibility(row),
        row.getBoolean("allow_download"),
        row.getBoolean("allow_comments"),
        row.getObject("width", Integer.class),
        row.getObject("height", Integer.class),
        row.getString("engine"),
        row.getString("model"),
        row.getString("replicate_id"),
        row.getObject("seed", Long.class),
        row.getObject("source_image_id", Integer.class),
        new PortableImage.Counts(
            row.getInt("view_count"),
            row.getInt("like_count"),
            row.getInt("comment_count"),
            row.getInt("download_count")),
        Objects.requireNonNull(instant(row, "created_at")),
        Objects.requireNonNull(instant(row, "updated_at")),
        instant(row, "published_at"),
        null,
        null);
  }

  private static @Nullable ObjectKey original(String path) {
    return ObjectKey.isValid(path) ? new ObjectKey(path) : null;
  }

  private static <T extends Enum<T> & Term> @Nullable T term(
      Class<T> vocabulary, @Nullable String value) {
    return value == null ? null : Term.of(vocabulary, value).orElseThrow();
  }

  private static @Nullable String value(@Nullable Term term) {
    return term == null ? null : term.value();
  }

  private static List<String> tags(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime utc = row.getObject(column, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  private static @Nullable LocalDateTime utc(@Nullable Instant time) {
    return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
