package com.aipixels.generation;

import com.aipixels.generation.Asked.Taken;
import com.aipixels.identity.UserId;
import com.aipixels.look.Term;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What members read and write of their generations; `QueueTable` is the side of those who work on
/// them.
@Component
class GenerationTable {

  static final String NEWEST = "generations";

  private final JdbcClient jdbc;

  GenerationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Earlier(Asked.Accepted answer, String requestHash) {}

  /// Empty where the member's idempotency key is taken; some of the batch may be there then, and
  /// the transaction must not be committed.
  Optional<Asked.Accepted> insert(Batch batch) {
    GenerationRequest request = batch.request();
    List<Taken> taken = batch.taken();
    List<Instant> times =
        jdbc.sql(
                """
                INSERT INTO generations (
                  id, clerk_user_id, prompt, translated_prompt, negative_prompt, category, image_size, aspect_ratio, style, color_tone,
                  visibility, title, description, tags, allow_download, allow_comments, seed, source_image_id,
                  idempotency_key, request_hash, credits_remaining, engine, batch_id, batch_place, deadline)
                SELECT
                  n.id, :owner, :prompt, :translated, :negative, :category::category, :size::image_size, :ratio, :style::style,
                  :tone::color_tone, :visibility::visibility, :title, :description, :tags, :allowDownload,
                  :allowComments, n.seed, :source::integer, CASE n.place WHEN 1 THEN :key END, :hash,
                  :creditsRemaining, :engine, :batch::uuid, n.place,
                  clock_timestamp() + make_interval(secs => :deadline)
                FROM unnest(:ids::uuid[], :seeds::bigint[]) WITH ORDINALITY AS n (id, seed, place)
                ORDER BY n.place
                ON CONFLICT (clerk_user_id, idempotency_key) DO NOTHING
                RETURNING created_at
                """)
            .param("ids", taken.stream().map(one -> one.id().value()).toArray(UUID[]::new))
            .param("seeds", taken.stream().map(Taken::seed).toArray(Long[]::new))
            .param("batch", taken.size() == 1 ? null : batch.taken().getFirst().id().value())
            .param("owner", batch.owner().value())
            .param("prompt", request.prompt())
            .param("translated", request.translatedPrompt())
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
            .param(
                "source", request.sourceImageId() == null ? null : request.sourceImageId().value())
            .param("key", batch.key())
            .param("hash", batch.hash())
            .param("creditsRemaining", batch.creditsRemaining())
            .param("engine", batch.engine())
            .param("deadline", (double) batch.deadline().toSeconds())
            .query((row, _) -> row.getObject("created_at", OffsetDateTime.class).toInstant())
            .list();
    return times.size() < taken.size()
        ? Optional.empty()
        : Optional.of(new Asked.Accepted(taken, batch.creditsRemaining(), Collections.min(times)));
  }

  Optional<Earlier> earlier(UserId owner, @Nullable String key) {
    return jdbc.sql(
            """
            SELECT f.credits_remaining, f.created_at, f.request_hash,
                   ARRAY(SELECT b.id FROM generations b
                         WHERE b.batch_id = f.batch_id ORDER BY b.batch_place) AS ids,
                   ARRAY(SELECT b.seed FROM generations b
                         WHERE b.batch_id = f.batch_id ORDER BY b.batch_place) AS seeds,
                   f.id, f.seed
            FROM generations f
            WHERE f.clerk_user_id = :owner AND f.idempotency_key = :key
            """)
        .param("owner", owner.value())
        .param("key", key)
        .query(GenerationTable::earlier)
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

  /// All that were asked for together with this one.
  List<Generation> batch(UserId owner, GenerationId id) {
    return jdbc.sql(
            """
            SELECT %s, %s
            FROM generations g
            WHERE g.clerk_user_id = :owner
              AND g.batch_id = (SELECT o.batch_id FROM generations o WHERE o.id = :id)
            ORDER BY g.batch_place
            """
                .formatted(GenerationRows.REQUEST, GenerationRows.STATE))
        .param("id", id.value())
        .param("owner", owner.value())
        .query(GenerationRows::generation)
        .list();
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

  /// Those that had not ended.
  List<GenerationId> cancelAll(UserId owner) {
    return jdbc.sql(
            """
            UPDATE generations
            SET status = 'cancelled', finished_at = clock_timestamp(), leased_until = NULL
            WHERE clerk_user_id = :owner AND status IN ('queued', 'running')
            RETURNING id
            """)
        .param("owner", owner.value())
        .query((row, _) -> new GenerationId(row.getObject("id", UUID.class)))
        .list();
  }

  private static Earlier earlier(ResultSet row, int number) throws SQLException {
    UUID[] ids = (UUID[]) row.getArray("ids").getArray();
    Long[] seeds = (Long[]) row.getArray("seeds").getArray();
    List<Taken> taken =
        ids.length == 0
            ? List.of(
                new Taken(new GenerationId(row.getObject("id", UUID.class)), row.getLong("seed")))
            : IntStream.range(0, ids.length)
                .mapToObj(n -> new Taken(new GenerationId(ids[n]), seeds[n]))
                .toList();
    return new Earlier(
        new Asked.Accepted(
            taken,
            row.getInt("credits_remaining"),
            Objects.requireNonNull(GenerationRows.instant(row, "created_at"))),
        row.getString("request_hash"));
  }

  private static @Nullable String value(@Nullable Term term) {
    return term == null ? null : term.value();
  }
}
