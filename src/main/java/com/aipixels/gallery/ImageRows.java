package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import com.aipixels.look.Term;
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

  /// The card's columns come first and in the order above: a list of twenty looks up no names.
  static ImageCard card(ResultSet row, int number) throws SQLException {
    String filePath = row.getString(4);
    String thumbnail = row.getString(5);
    return new ImageCard(
        new ImageId(row.getInt(1)),
        new UserId(row.getString(2)),
        row.getString(3),
        null,
        url(filePath),
        url(thumbnail == null ? filePath : thumbnail),
        row.getObject(6, Integer.class),
        row.getObject(7, Integer.class),
        row.getString(8),
        term(Category.class, row.getString(9)),
        term(Style.class, row.getString(10)),
        term(ColorTone.class, row.getString(11)),
        tags(row.getArray(12)),
        Term.of(Visibility.class, row.getString(13)).orElseThrow(),
        row.getInt(14),
        row.getInt(15),
        row.getInt(16),
        row.getInt(17),
        row.getBoolean(18),
        !"painter".equals(row.getString(19)),
        Objects.requireNonNull(utc(row.getObject(20, LocalDateTime.class))),
        utc(row.getObject(21, LocalDateTime.class)));
  }

  /// As of a picture without a tree.
  static Image image(ResultSet row, int number) throws SQLException {
    ImageCard card = card(row, number);
    return new Image(
        card,
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
        Objects.requireNonNull(utc(row.getObject("updated_at", LocalDateTime.class))),
        row.getBoolean("is_owner"),
        causes(row.getArray("held_for")),
        new Image.Kinship(card.id().value(), null, 0, null, false));
  }

  static Visibility visibility(ResultSet row) throws SQLException {
    return Term.of(Visibility.class, row.getString("visibility")).orElseThrow();
  }

  /// Ours are names without folders; a taken-over picture may lie anywhere.
  private static String url(String path) {
    return path.indexOf('/') < 0 ? "/files/" + path : path;
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

  private static @Nullable Instant utc(@Nullable LocalDateTime time) {
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }
}
