package com.aipixels.notifications;

import com.aipixels.identity.UserId;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MuteTable {

  private static final String NEWEST = "mutes";

  private final JdbcClient jdbc;

  MuteTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Mute(UserId muted, Instant createdAt) {}

  void add(UserId muter, UserId muted) {
    write(
        """
        INSERT INTO mutes (muter_clerk_user_id, muted_clerk_user_id)
        VALUES (:muter, :muted)
        ON CONFLICT DO NOTHING
        """,
        muter,
        muted);
  }

  void remove(UserId muter, UserId muted) {
    write(
        "DELETE FROM mutes WHERE muter_clerk_user_id = :muter AND muted_clerk_user_id = :muted",
        muter,
        muted);
  }

  boolean has(UserId muter, UserId muted) {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT FROM mutes WHERE muter_clerk_user_id = :muter AND muted_clerk_user_id = :muted)
            """)
        .param("muter", muter.value())
        .param("muted", muted.value())
        .query(Boolean.class)
        .single();
  }

  Slice<Mute> of(UserId muter, PageRequest page) {
    Optional<Cursor> after = page.after(NEWEST);
    String sql =
        """
        SELECT muted_clerk_user_id, created_at
        FROM mutes
        WHERE muter_clerk_user_id = :muter %s
        ORDER BY created_at DESC, muted_clerk_user_id DESC
        LIMIT :limit
        """
            .formatted(
                after.isPresent() ? "AND (created_at, muted_clerk_user_id) < (:at, :muted)" : "");
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql).param("muter", muter.value()).param("limit", page.rowsToFetch());
    after.ifPresent(cursor ->
        statement
            .param("at", cursor.key(0, Instant::parse).atOffset(ZoneOffset.UTC))
            .param("muted", cursor.key(1, String::valueOf)));
    return Slice.of(
        statement
            .query((row, _) ->
                new Mute(
                    new UserId(row.getString("muted_clerk_user_id")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
            .list(),
        page,
        mute -> Cursor.of(NEWEST, mute.createdAt(), mute.muted()));
  }

  private void write(String sql, UserId muter, UserId muted) {
    jdbc.sql(sql).param("muter", muter.value()).param("muted", muted.value()).update();
  }
}
