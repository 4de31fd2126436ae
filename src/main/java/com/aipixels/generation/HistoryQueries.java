package com.aipixels.generation;

import com.aipixels.identity.UserId;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks through a window of one member's requests, the newest first: what it costs does not grow
/// with what they have asked for.
@Component
class HistoryQueries {

  static final int WINDOW = 2000;

  private final JdbcClient jdbc;

  HistoryQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Slice<Generation> search(UserId owner, SoughtWords words, PageRequest page) {
    Optional<Cursor> after = page.after(GenerationTable.NEWEST);
    String sql =
        """
        SELECT %s, %s
        FROM (%s LIMIT %d) w JOIN generations g ON g.id = w.id
        WHERE lower(normalize(concat_ws(' ', g.prompt, g.translated_prompt, g.title), NFKC)) LIKE ALL (:patterns)
        ORDER BY g.created_at DESC, g.id DESC
        LIMIT %d
        """
            .formatted(
                GenerationRows.REQUEST,
                GenerationRows.STATE,
                window(after),
                WINDOW,
                page.rowsToFetch());
    Slice<Generation> found =
        Slice.of(
            at(jdbc.sql(sql), owner, after)
                .param("patterns", words.patterns())
                .query(GenerationRows::generation)
                .list(),
            page,
            generation ->
                Cursor.of(GenerationTable.NEWEST, generation.createdAt(), generation.id()));
    return found.nextCursor() != null
        ? found
        : new Slice<>(found.items(), endOfWindow(owner, after).map(Cursor::encode).orElse(null));
  }

  List<PromptUse> prompts(UserId owner, String typed, int most) {
    return jdbc.sql(
            """
            SELECT r.prompt, max(r.created_at) AS used_at, count(*) AS count,
                   (array_agg(r.id ORDER BY r.created_at DESC))[1] AS id
            FROM (%s LIMIT %d) r
            WHERE strpos(typed(lower(r.prompt)), typed(:typed)) > 0
            GROUP BY r.prompt
            ORDER BY used_at DESC, r.prompt
            LIMIT :most
            """
                .formatted(window(Optional.empty()), WINDOW))
        .param("owner", owner.value())
        .param("typed", typed)
        .param("most", most)
        .query((row, _) ->
            new PromptUse(
                row.getString("prompt"),
                Objects.requireNonNull(GenerationRows.instant(row, "used_at")),
                row.getInt("count"),
                new GenerationId(row.getObject("id", UUID.class))))
        .list();
  }

  /// The last request looked at, where there may be more.
  private Optional<Cursor> endOfWindow(UserId owner, Optional<Cursor> after) {
    List<Cursor> last =
        at(jdbc.sql("%s OFFSET %d LIMIT 2".formatted(window(after), WINDOW - 1)), owner, after)
            .query((row, _) ->
                Cursor.of(
                    GenerationTable.NEWEST,
                    Objects.requireNonNull(GenerationRows.instant(row, "created_at")),
                    row.getObject("id", UUID.class)))
            .list();
    return last.size() < 2 ? Optional.empty() : Optional.of(last.getFirst());
  }

  private static String window(Optional<Cursor> after) {
    return """
    SELECT o.id, o.created_at, o.prompt FROM generations o
    WHERE o.clerk_user_id = :owner %s
    ORDER BY o.created_at DESC, o.id DESC\
    """
        .formatted(after.isPresent() ? "AND (o.created_at, o.id) < (:createdAt, :id)" : "");
  }

  private static JdbcClient.StatementSpec at(
      JdbcClient.StatementSpec statement, UserId owner, Optional<Cursor> after) {
    statement.param("owner", owner.value());
    after.ifPresent(cursor ->
        statement
            .param("createdAt", cursor.key(0, Instant::parse).atOffset(ZoneOffset.UTC))
            .param("id", cursor.key(1, UUID::fromString)));
    return statement;
  }
}
