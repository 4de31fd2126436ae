package com.aipixels.generation;

import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.Visibility;
import com.aipixels.identity.UserId;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import com.aipixels.look.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The columns of a generation and how a row of them is read. Queries name the table `g`.
final class GenerationRows {

  static final String REQUEST =
      """
      g.id, g.clerk_user_id, g.prompt, g.translated_prompt, g.negative_prompt, g.category, g.image_size,
      g.aspect_ratio, g.style, g.color_tone, g.visibility, g.title, g.description, g.tags, g.seed,
      g.source_image_id, g.allow_download, g.allow_comments, g.engine, g.created_at
      """;

  static final String STATE =
      """
      g.version, g.status, g.progress, g.image_id, g.error_code, g.error_message, g.finished_at,
      CASE g.status WHEN 'queued' THEN
        (SELECT count(*) FROM generations q
         WHERE q.status = 'queued' AND (q.created_at, q.id) <= (g.created_at, g.id)) END AS position,
      ARRAY(SELECT s.id FROM generations s
            WHERE s.batch_id = g.batch_id AND s.id <> g.id ORDER BY s.batch_place) AS siblings
      """;

  private GenerationRows() {}

  static Generation generation(ResultSet row, int number) throws SQLException {
    return new Generation(
        new GenerationId(row.getObject("id", UUID.class)),
        new UserId(row.getString("clerk_user_id")),
        row.getInt("version"),
        state(row),
        request(row),
        row.getString("translated_prompt"),
        row.getString("engine"),
        siblings(row),
        Objects.requireNonNull(instant(row, "created_at")));
  }

  static GenerationRequest request(ResultSet row) throws SQLException {
    return new GenerationRequest(
        row.getString("prompt"),
        null,
        row.getString("negative_prompt"),
        term(Category.class, row.getString("category")),
        Term.of(ImageSize.class, row.getString("image_size")).orElseThrow(),
        Term.of(AspectRatio.class, row.getString("aspect_ratio")).orElseThrow(),
        term(Style.class, row.getString("style")),
        term(ColorTone.class, row.getString("color_tone")),
        Term.of(Visibility.class, row.getString("visibility")).orElseThrow(),
        row.getString("title"),
        row.getString("description"),
        List.of((String[]) row.getArray("tags").getArray()),
        row.getLong("seed"),
        imageId(row, "source_image_id"),
        row.getBoolean("allow_download"),
        row.getBoolean("allow_comments"));
  }

  private static List<GenerationId> siblings(ResultSet row) throws SQLException {
    UUID[] ids = (UUID[]) row.getArray("siblings").getArray();
    return Arrays.stream(ids).map(GenerationId::new).toList();
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Generation.State state(ResultSet row) throws SQLException {
    String status = row.getString("status");
    if (status.equals("queued")) {
      return new Generation.Queued(row.getInt("position"));
    }
    if (status.equals("running")) {
      return new Generation.Running(row.getFloat("progress"));
    }
    Instant finishedAt = Objects.requireNonNull(instant(row, "finished_at"));
    return switch (status) {
      case "succeeded" -> new Generation.Succeeded(imageId(row, "image_id"), finishedAt);
      case "failed" ->
          new Generation.Failed(
              row.getString("error_code"), row.getString("error_message"), finishedAt);
      case "cancelled" -> new Generation.Cancelled(finishedAt);
      default -> throw new IllegalStateException("Unknown status " + status);
    };
  }

  private static @Nullable ImageId imageId(ResultSet row, String column) throws SQLException {
    Integer id = row.getObject(column, Integer.class);
    return id == null ? null : new ImageId(id);
  }

  private static <T extends Enum<T> & Term> @Nullable T term(
      Class<T> vocabulary, @Nullable String value) {
    return value == null ? null : Term.of(vocabulary, value).orElseThrow();
  }
}
