package com.aipixels.credits;

import com.aipixels.identity.UserId;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The ledger to read; its entries are written by the statements that move a balance.
@Component
class LedgerTable {

  private static final String NEWEST = "credit-entries";

  private final JdbcClient jdbc;

  LedgerTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Slice<CreditEntry> entries(UserId member, PageRequest page) {
    long before =
        page.after(NEWEST).map(cursor -> cursor.key(0, Long::valueOf)).orElse(Long.MAX_VALUE);
    List<CreditEntry> rows =
        jdbc.sql(
                """
                SELECT id, amount, balance_after, reason, generation_id, created_at
                FROM credit_entries
                WHERE clerk_user_id = :member AND id < :before
                ORDER BY id DESC
                LIMIT :limit
                """)
            .param("member", member.value())
            .param("before", before)
            .param("limit", page.rowsToFetch())
            .query(LedgerTable::entry)
            .list();
    return Slice.of(rows, page, entry -> Cursor.of(NEWEST, entry.id()));
  }

  private static CreditEntry entry(ResultSet row, int number) throws SQLException {
    return new CreditEntry(
        row.getLong("id"),
        row.getInt("amount"),
        row.getInt("balance_after"),
        row.getString("reason"),
        row.getObject("generation_id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
