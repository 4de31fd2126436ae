package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.look.Term;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists of cards, each paged by the keys it is sorted by.
@Component
class FeedQueries {

  private final JdbcClient jdbc;

  FeedQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Slice<ImageCard> feed(Viewer viewer, FeedQuery query, PageRequest page) {
    return switch (query.sort()) {
      case LATEST -> latest(viewer, query, page);
      case POPULAR -> popular(viewer, query, page);
    };
  }

  private Slice<ImageCard> latest(Viewer viewer, FeedQuery query, PageRequest page) {
    Optional<Cursor> after = page.after("latest");
    String sql =
        """
        SELECT %s
        FROM images i
        WHERE i.visibility = 'public' %s %s
        ORDER BY i.published_at DESC, i.id DESC
        LIMIT :limit
        """
            .formatted(
                ImageRows.CARD,
                filters(query),
                after.isPresent() ? "AND (i.published_at, i.id) < (:publishedAt, :id)" : "");
    JdbcClient.StatementSpec statement = narrowed(jdbc.sql(sql), viewer, query, page);
    after.ifPresent(cursor ->
        statement
            .param("publishedAt", utc(cursor.key(0, Instant::parse)))
            .param("id", cursor.key(1, Integer::valueOf)));
    return Slice.of(
        statement.query(ImageRows::card).list(),
        page,
        card -> Cursor.of("latest", String.valueOf(card.publishedAt()), card.id()));
  }

  private Slice<ImageCard> popular(Viewer viewer, FeedQuery query, PageRequest page) {
    Optional<Cursor> after = page.after("popular");
    String sql =
        """
        SELECT %s
        FROM images i
        WHERE i.visibility = 'public' %s %s
        ORDER BY i.like_count DESC, i.id DESC
        LIMIT :limit
        """
            .formatted(
                ImageRows.CARD,
                filters(query),
                after.isPresent() ? "AND (i.like_count, i.id) < (:likeCount, :id)" : "");
    JdbcClient.StatementSpec statement = narrowed(jdbc.sql(sql), viewer, query, page);
    after.ifPresent(cursor ->
        statement
            .param("likeCount", cursor.key(0, Integer::valueOf))
            .param("id", cursor.key(1, Integer::valueOf)));
    return Slice.of(
        statement.query(ImageRows::card).list(),
        page,
        card -> Cursor.of("popular", card.likeCount(), card.id()));
  }

  Slice<ImageCard> of(UserId owner, Viewer viewer, @Nullable Visibility only, PageRequest page) {
    Optional<Cursor> after = page.after("created");
    String sql =
        """
        SELECT %s
        FROM images i
        WHERE i.clerk_user_id = :owner AND visible_to(:viewer, i.clerk_user_id, i.visibility) %s %s
        ORDER BY i.created_at DESC, i.id DESC
        LIMIT :limit
        """
            .formatted(
                ImageRows.CARD,
                only == null ? "" : "AND i.visibility = :only::visibility",
                after.isPresent() ? "AND (i.created_at, i.id) < (:createdAt, :id)" : "");
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql)
            .param("owner", owner.value())
            .param("viewer", viewer.idOrNull())
            .param("limit", page.rowsToFetch());
    if (only != null) {
      statement.param("only", only.value());
    }
    after.ifPresent(cursor ->
        statement
            .param("createdAt", utc(cursor.key(0, Instant::parse)))
            .param("id", cursor.key(1, Integer::valueOf)));
    return Slice.of(
        statement.query(ImageRows::card).list(),
        page,
        card -> Cursor.of("created", card.createdAt(), card.id()));
  }

  /// A filter that is absent stands in no clause, so that each combination is planned for itself.
  private static String filters(FeedQuery query) {
    List<String> clauses =
        List.of(
            query.category() == null ? "" : "AND i.category = :category::category",
            query.style() == null ? "" : "AND i.style = :style::style",
            query.colorTone() == null ? "" : "AND i.color_tone = :tone::color_tone",
            query.tag() == null ? "" : "AND i.tags @> ARRAY[:tag]::text[]");
    return String.join(" ", clauses);
  }

  private static JdbcClient.StatementSpec narrowed(
      JdbcClient.StatementSpec statement, Viewer viewer, FeedQuery query, PageRequest page) {
    String tag = query.tag();
    statement.param("viewer", viewer.idOrNull()).param("limit", page.rowsToFetch());
    bind(statement, "category", query.category());
    bind(statement, "style", query.style());
    bind(statement, "tone", query.colorTone());
    return tag == null ? statement : statement.param("tag", Tags.fold(tag));
  }

  private static void bind(JdbcClient.StatementSpec statement, String name, @Nullable Term term) {
    if (term != null) {
      statement.param(name, term.value());
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
