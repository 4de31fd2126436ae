package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RightsBlockTable {

  private static final String NEWEST = "blocks";

  private final JdbcClient jdbc;

  RightsBlockTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whose picture it is, whoever may see it.
  Optional<UserId> owner(int image) {
    return jdbc.sql("SELECT clerk_user_id FROM images WHERE id = :image")
        .param("image", image)
        .query((row, _) -> new UserId(row.getString("clerk_user_id")))
        .optional();
  }

  /// Empty where a block of the picture lasts.
  Optional<RightsBlock> begin(long action, UserId owner, String claimant) {
    return jdbc.sql(
            """
            INSERT INTO rights_blocks (action_id, image_id, clerk_user_id, claimant, ends_at)
            SELECT a.id, a.image_id, :owner, :claimant, a.ends_at FROM moderation_actions a WHERE a.id = :action
            ON CONFLICT (image_id) WHERE ended_at IS NULL DO NOTHING
            RETURNING action_id, image_id, claimant, ends_at,
                      (SELECT a.note FROM moderation_actions a WHERE a.id = action_id) AS note,
                      (SELECT a.created_at FROM moderation_actions a WHERE a.id = action_id) AS created_at
            """)
        .param("action", action)
        .param("owner", owner.value())
        .param("claimant", claimant)
        .query(RightsBlockTable::block)
        .optional();
  }

  /// False where it has ended.
  boolean end(long action) {
    return jdbc.sql(
                """
                UPDATE rights_blocks SET ended_at = clock_timestamp()
                WHERE action_id = :action AND ended_at IS NULL
                """)
            .param("action", action)
            .update()
        > 0;
  }

  /// One whose time is over, for this transaction alone.
  Optional<Long> due() {
    return jdbc.sql(
            """
            SELECT action_id FROM rights_blocks
            WHERE ended_at IS NULL AND ends_at <= clock_timestamp()
            ORDER BY ends_at
            LIMIT 1
            FOR UPDATE SKIP LOCKED
            """)
        .query((row, _) -> row.getLong("action_id"))
        .optional();
  }

  Slice<RightsBlock> all(PageRequest page) {
    long before =
        page.after(NEWEST).map(cursor -> cursor.key(0, Long::valueOf)).orElse(Long.MAX_VALUE);
    List<RightsBlock> rows =
        jdbc.sql(
                """
                SELECT b.action_id, b.image_id, b.claimant, b.ends_at, a.note, a.created_at
                FROM rights_blocks b JOIN moderation_actions a ON a.id = b.action_id
                WHERE b.ended_at IS NULL AND b.action_id < :before
                ORDER BY b.action_id DESC
                LIMIT :limit
                """)
            .param("before", before)
            .param("limit", page.rowsToFetch())
            .query(RightsBlockTable::block)
            .list();
    return Slice.of(rows, page, block -> Cursor.of(NEWEST, block.id()));
  }

  private static RightsBlock block(ResultSet row, int number) throws SQLException {
    return new RightsBlock(
        row.getLong("action_id"),
        row.getInt("image_id"),
        row.getString("claimant"),
        row.getString("note"),
        Objects.requireNonNull(ActRows.instant(row, "ends_at")),
        Objects.requireNonNull(ActRows.instant(row, "created_at")));
  }
}
