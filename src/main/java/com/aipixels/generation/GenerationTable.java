package com.aipixels.generation;

import com.aipixels.identity.UserId;
import com.aipixels.look.Term;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What members read and write of their generations; `QueueTable` is the side of those who work on
/// them.
@Component
class GenerationTable {

  private static final String NEWEST = "generations";

  private final JdbcClient jdbc;

  GenerationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Earlier(Asked.Accepted answer, String requestHash) {}

  /// Empty where the member's idempotency key is taken.
  Optional<Asked.Accepted> insert(
      GenerationId id,
      UserId owner,
      GenerationRequest request,
      @Nullable String key,
      String hash,
      String engine,
      int creditsRemaining,
      Duration deadline) {
    return jdbc.sql(
            """
            INSERT INTO generations (
              id, clerk_user_id, prompt, negative_prompt, category, image_size, aspect_ratio, style, color_tone,
              visibility, title, description, tags, allow_download, allow_comments, seed, source_image_id,
              idempotency_key, request_hash, credits_remaining, engine, deadline)
            VALUES (
              :id, :owner, :prompt, :negative, :category::category, :size::image_size, :ratio, :style::style,
              :tone::color_tone, :visibility::visibility, :title, :description, :tags, :allowDownload,
              :allowComments, :seed, :source, :key, :hash, :creditsRemaining, :engine,
              clock_timestamp() + make_interval(secs => :deadline))
            ON CONFLICT (clerk_user_id, idempotency_key) DO NOTHING
            RETURNING id, credits_remaining, seed, created_at
            """)
        .param("id", id.value())
        .param("owner", owner.value())
        .param("prompt", request.prompt())
        .param("negative", request.negativePrompt())
        .param("category", value(request.category()))
        .param("size", request.imageSize().value())
        .param("ratio", request.aspectRatio().value())
        .param("style", value(request.style()))
        .param("tone", value(request.colorTone()))
        .param("visibility", request.visibility().value())
        .param("title", request.title())
        .param("description", request.description())
        .param("tags", request.tags().toArray(String[]::new))
        .param("allowDownload", request.allowDownload())
        .param("allowComments", request.allowComments())
        .param("seed", request.seed())
        .param("source", request.sourceImageId() == null ? null : request.sourceImageId().value())
        .param("key", key)
        .param("hash", hash)
        .param("creditsRemaining", creditsRemaining)
        .param("engine", engine)
        .param("deadline", (double) deadline.toSeconds())
        .query(GenerationTable::accepted)
        .optional();
  }

  Optional<Earlier> earlier(UserId owner, @Nullable String key) {
    return jdbc.sql(
            """
            SELECT id, credits_remaining, seed, created_at, request_hash
            FROM generations
            WHERE clerk_user_id = :owner AND idempotency_key = :key
            """)
        .param("owner", owner.value())
        .param("key", key)
        .query((row, number) -> new Earlier(accepted(row, number), row.getString("request_hash")))
        .optional();
  }

  Optional<Generation> find(UserId owner, GenerationId id) {
    return jdbc.sql(
            """
            SELECT %s, %s
            FROM generations g
            WHERE g.id = :id AND g.clerk_user_id = :owner
            """
                .formatted(GenerationRows.REQUEST, GenerationRows.STATE))
        .param("id", id.value())
        .param("owner", owner.value())
        .query(GenerationRows::generation)
        .optional();
  }

  Slice<Generation> list(UserId owner, PageRequest page) {
    Optional<Cursor> after = page.after(NEWEST);
    String sql =
        """
        SELECT %s, %s
        FROM generations g
        WHERE g.clerk_user_id = :owner %s
        ORDER BY g.created_at DESC, g.id DESC
        LIMIT :limit
        """
            .formatted(
                GenerationRows.REQUEST,
                GenerationRows.STATE,
                after.isPresent() ? "AND (g.created_at, g.id) < (:createdAt, :id)" : "");
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql).param("owner", owner.value()).param("limit", page.rowsToFetch());
    after.ifPresent(cursor ->
        statement
            .param("createdAt", cursor.key(0, Instant::parse).atOffset(ZoneOffset.UTC))
            .param("id", cursor.key(1, UUID::fromString)));
    return Slice.of(
        statement.query(GenerationRows::generation).list(),
        page,
        generation -> Cursor.of(NEWEST, generation.createdAt(), generation.id()));
  }

  /// False where it had ended already.
  boolean cancel(UserId owner, GenerationId id) {
    return jdbc.sql(
                """
                UPDATE generations
                SET status = 'cancelled', finished_at = clock_timestamp(), leased_until = NULL
                WHERE id = :id AND clerk_user_id = :owner AND status IN ('queued', 'running')
                """)
            .param("id", id.value())
            .param("owner", owner.value())
            .update()
        == 1;
  }

  private static Asked.Accepted accepted(ResultSet row, int number) throws SQLException {
    return new Asked.Accepted(
        new GenerationId(row.getObject("id", UUID.class)),
        row.getInt("credits_remaining"),
        row.getLong("seed"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable String value(@Nullable Term term) {
    return term == null ? null : term.value();
  }
}
