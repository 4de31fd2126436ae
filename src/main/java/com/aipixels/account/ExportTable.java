package com.aipixels.account;

import com.aipixels.identity.UserId;
import com.aipixels.storage.ObjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Exports as their members see them, and as a queue of those that are to be made.
@Component
class ExportTable {

  private final JdbcClient jdbc;

  ExportTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void ask(UserId member) {
    jdbc.sql(
            """
            INSERT INTO exports (clerk_user_id) VALUES (:member)
            ON CONFLICT (clerk_user_id) WHERE ready_at IS NULL DO NOTHING
            """)
        .param("member", member.value())
        .update();
  }

  /// The newest first.
  List<Export> of(UserId member) {
    return jdbc.sql(
            """
            SELECT id, asked_at, bytes, ready_at, expires_at
            FROM exports
            WHERE clerk_user_id = :member AND (expires_at IS NULL OR expires_at > clock_timestamp())
            ORDER BY asked_at DESC, id
            LIMIT 100
            """)
        .param("member", member.value())
        .query(ExportTable::export)
        .list();
  }

  /// Empty too where it is not this member's, or has expired.
  Optional<Found> find(UserId member, UUID id) {
    return jdbc.sql(
            """
            SELECT id, asked_at, bytes, ready_at, expires_at, attempt
            FROM exports
            WHERE id = :id AND clerk_user_id = :member
              AND (expires_at IS NULL OR expires_at > clock_timestamp())
            """)
        .param("id", id)
        .param("member", member.value())
        .query((row, number) ->
            new Found(export(row, number), ExportClaim.key(id, row.getInt("attempt"))))
        .optional();
  }

  record Found(Export export, ObjectKey key) {}

  /// The one that has waited longest, for this process alone until the lease is over.
  Optional<ExportClaim> claim(Duration lease) {
    return jdbc.sql(
            """
            UPDATE exports
            SET turn_at = clock_timestamp() + make_interval(secs => :lease), attempt = attempt + 1
            WHERE id = (
              SELECT id FROM exports WHERE ready_at IS NULL AND turn_at <= clock_timestamp()
              ORDER BY turn_at LIMIT 1
              FOR UPDATE SKIP LOCKED)
            RETURNING id, attempt, clerk_user_id
            """)
        .param("lease", (double) lease.toSeconds())
        .query((row, _) ->
            new ExportClaim(
                row.getObject("id", UUID.class),
                row.getInt("attempt"),
                new UserId(row.getString("clerk_user_id"))))
        .optional();
  }

  /// @throws LostTurn where the export is not this process's any more
  void renew(ExportClaim claim, Duration lease) {
    LostTurn.unless(
        jdbc.sql(
                """
                UPDATE exports SET turn_at = clock_timestamp() + make_interval(secs => :lease)
                WHERE id = :id AND attempt = :attempt AND ready_at IS NULL
                """)
            .param("lease", (double) lease.toSeconds())
            .param("id", claim.id())
            .param("attempt", claim.attempt())
            .update());
  }

  /// @throws LostTurn as above
  void ready(ExportClaim claim, long bytes, Duration lifetime) {
    LostTurn.unless(
        jdbc.sql(
                """
                UPDATE exports
                SET bytes = :bytes, ready_at = clock_timestamp(),
                    expires_at = clock_timestamp() + make_interval(secs => :lifetime)
                WHERE id = :id AND attempt = :attempt AND ready_at IS NULL
                """)
            .param("bytes", bytes)
            .param("lifetime", (double) lifetime.toSeconds())
            .param("id", claim.id())
            .param("attempt", claim.attempt())
            .update());
  }

  /// Tries again later and later, but at least every five minutes.
  void putOff(ExportClaim claim) {
    jdbc.sql(
            """
            UPDATE exports
            SET turn_at = clock_timestamp() + make_interval(secs => least(2 ^ least(failures, 10), 300)),
                failures = failures + 1
            WHERE id = :id AND attempt = :attempt
            """)
        .param("id", claim.id())
        .param("attempt", claim.attempt())
        .update();
  }

  /// Files whose time is over, or that belong to this member.
  List<ObjectKey> removable(@Nullable UserId member, int limit) {
    return jdbc.sql(
            """
            SELECT id, attempt FROM exports
            WHERE CASE WHEN :member::varchar IS NULL THEN expires_at <= clock_timestamp()
                       ELSE clerk_user_id = :member END
            LIMIT :limit
            """)
        .param("member", member == null ? null : member.value())
        .param("limit", limit)
        .query((row, _) -> ExportClaim.key(row.getObject("id", UUID.class), row.getInt("attempt")))
        .list();
  }

  void remove(List<UUID> ids) {
    jdbc.sql("DELETE FROM exports WHERE id = ANY (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /// Those of the ids that there are.
  Set<UUID> among(Set<UUID> ids) {
    return jdbc.sql("SELECT id FROM exports WHERE id = ANY (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> row.getObject("id", UUID.class))
        .set();
  }

  private static Export export(ResultSet row, int number) throws SQLException {
    return new Export(
        row.getObject("id", UUID.class),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getObject("bytes", Long.class),
        instant(row, "ready_at"),
        instant(row, "expires_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
