package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
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
import org.jspecify.annotations.Nullable;

/// The columns every picture query selects, and how a row of them is read. Queries name the table
/// `i` and the viewer `:viewer`.
final class ImageRows {

  /// What a card shows; the prompt is not among it. Its counters leave out people kept apart.
  static final String CARD =
      """
      i.id, i.clerk_user_id, i.title, i.file_path, i.thumbnail_url, i.width, i.height,
      encode(i.thumb_hash, 'base64') AS thumb_hash,
      i.category, i.style, i.color_tone, i.tags, i.visibility,
      i.view_count,
      i.like_count - CASE WHEN (SELECT cardinality(apart_from(:viewer))) = 0 THEN 0
                          ELSE likes_by((SELECT apart_from(:viewer)), i.id) END AS like_count,
      i.comment_count - CASE WHEN (SELECT cardinality(apart_from(:viewer))) = 0 THEN 0
                             ELSE comments_by((SELECT apart_from(:viewer)), i.id) END AS comment_count,
      i.download_count,
      COALESCE((SELECT true FROM likes l WHERE l.image_id = i.id AND l.clerk_user_id = :viewer), false)
        AS is_liked,
      i.engine, i.created_at, i.published_at
      """;

  /// Whether the viewer may see the picture.
  static final String VISIBLE =
      "visible_to(:viewer, i.clerk_user_id, i.visibility, (SELECT apart_from(:viewer)))";

  private static final String GUESTS_CARD =
      """
      i.id, i.clerk_user_id, i.title, i.file_path, i.thumbnail_url, i.width, i.height,
      encode(i.thumb_hash, 'base64') AS thumb_hash,
      i.category, i.style, i.color_tone, i.tags, i.visibility,
      i.view_count, i.like_count, i.comment_count, i.download_count, false AS is_liked,
      i.engine, i.created_at, i.published_at
      """;

  private static final String VISIBLE_TO_GUESTS =
      "visible_to(NULL, i.clerk_user_id, i.visibility, '{}')";

  private ImageRows() {}

  /// The columns of a card, no more of them computed than this viewer needs.
  static String card(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest() -> GUESTS_CARD;
      case Viewer.Member(_) -> CARD;
    };
  }

  static String visible(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest() -> VISIBLE_TO_GUESTS;
      case Viewer.Member(_) -> VISIBLE;
    };
  }

  /// Whom the viewer is kept apart from.
  static String apart(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest() -> "'{}'::varchar[]";
      case Viewer.Member(_) -> "(SELECT apart_from(:viewer))";
    };
  }

  static ImageCard card(ResultSet row, int number) throws SQLException {
    String filePath = row.getString("file_path");
    String thumbnail = row.getString("thumbnail_url");
    return new ImageCard(
        new ImageId(row.getInt("id")),
        new UserId(row.getString("clerk_user_id")),
        row.getString("title"),
        null,
        url(filePath),
        url(thumbnail == null ? filePath : thumbnail),
        row.getObject("width", Integer.class),
        row.getObject("height", Integer.class),
        row.getString("thumb_hash"),
        term(Category.class, row.getString("category")),
        term(Style.class, row.getString("style")),
        term(ColorTone.class, row.getString("color_tone")),
        tags(row.getArray("tags")),
        visibility(row),
        row.getInt("view_count"),
        row.getInt("like_count"),
        row.getInt("comment_count"),
        row.getInt("download_count"),
        row.getBoolean("is_liked"),
        !"painter".equals(row.getString("engine")),
        Objects.requireNonNull(instant(row, "created_at")),
        instant(row, "published_at"));
  }

  static Image image(ResultSet row, int number) throws SQLException {
    return new Image(
        card(row, number),
        row.getString("clerk_user_id"),
        row.getString("file_path"),
        row.getString("description"),
        row.getString("prompt"),
        row.getString("translated_prompt"),
        row.getString("negative_prompt"),
        term(ImageSize.class, row.getString("image_size")),
        term(AspectRatio.class, row.getString("aspect_ratio")),
        row.getString("replicate_id"),
        row.getString("engine"),
        row.getString("model"),
        row.getObject("seed", Long.class),
        row.getBoolean("reproducible"),
        row.getBoolean("allow_download"),
        row.getBoolean("allow_comments"),
        Objects.requireNonNull(instant(row, "updated_at")),
        row.getBoolean("is_owner"),
        causes(row.getArray("held_for")),
        new Image.Kinship(
            row.getInt("root_id"),
            row.getObject("parent_id", Integer.class),
            row.getInt("child_count"),
            VersionRows.descent(row),
            row.getBoolean("gap")));
  }

  static Visibility visibility(ResultSet row) throws SQLException {
    return Term.of(Visibility.class, row.getString("visibility")).orElseThrow();
  }

  /// Ours are object keys; a taken-over picture may lie anywhere.
  private static String url(String path) {
    return ObjectKey.isValid(path) ? "/files/" + path : path;
  }

  private static <T extends Enum<T> & Term> @Nullable T term(
      Class<T> vocabulary, @Nullable String value) {
    return value == null ? null : Term.of(vocabulary, value).orElseThrow();
  }

  private static List<String> tags(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static List<HoldCause> causes(@Nullable Array array) throws SQLException {
    return tags(array).stream()
        .map(cause -> Term.of(HoldCause.class, cause).orElseThrow())
        .toList();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime utc = row.getObject(column, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }
}
