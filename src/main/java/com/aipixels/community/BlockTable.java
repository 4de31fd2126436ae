package com.aipixels.community;

import com.aipixels.identity.UserId;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class BlockTable {

  private static final String NEWEST = "blocks";

  private final JdbcClient jdbc;

  BlockTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Block(UserId blocked, Instant createdAt) {}

  /// Lets nobody else change what is between the two until the transaction ends: a follow must not
  /// slip in while a block is made.
  void hold(UserId one, UserId other) {
    jdbc.sql(
            """
            SELECT pg_advisory_xact_lock(
              hashtextextended(LEAST(:one::text, :other::text) || ' ' || GREATEST(:one::text, :other::text), 0))
            """)
        .param("one", one.value())
        .param("other", other.value())
        .query((_, _) -> true)
        .single();
  }

  void add(UserId blocker, UserId blocked) {
    jdbc.sql(
            """
            INSERT INTO blocks (blocker_clerk_user_id, blocked_clerk_user_id)
            VALUES (:blocker, :blocked)
            ON CONFLICT DO NOTHING
            """)
        .param("blocker", blocker.value())
        .param("blocked", blocked.value())
        .update();
  }

  void remove(UserId blocker, UserId blocked) {
    jdbc.sql(
            """
            DELETE FROM blocks
            WHERE blocker_clerk_user_id = :blocker AND blocked_clerk_user_id = :blocked
            """)
        .param("blocker", blocker.value())
        .param("blocked", blocked.value())
        .update();
  }

  Slice<Block> of(UserId blocker, PageRequest page) {
    Optional<Cursor> after = page.after(NEWEST);
    String sql =
        """
        SELECT blocked_clerk_user_id, created_at
        FROM blocks
        WHERE blocker_clerk_user_id = :blocker %s
          AND NOT EXISTS (SELECT FROM leaving_members l WHERE l.clerk_user_id = blocked_clerk_user_id)
        ORDER BY created_at DESC, blocked_clerk_user_id DESC
        LIMIT :limit
        """
            .formatted(
                after.isPresent()
                    ? "AND (created_at, blocked_clerk_user_id) < (:at, :blocked)"
                    : "");
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql).param("blocker", blocker.value()).param("limit", page.rowsToFetch());
    after.ifPresent(cursor ->
        statement
            .param("at", cursor.key(0, Instant::parse).atOffset(ZoneOffset.UTC))
            .param("blocked", cursor.key(1, String::valueOf)));
    List<Block> rows =
        statement
            .query((row, _) ->
                new Block(
                    new UserId(row.getString("blocked_clerk_user_id")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
            .list();
    return Slice.of(rows, page, block -> Cursor.of(NEWEST, block.createdAt(), block.blocked()));
  }
}
