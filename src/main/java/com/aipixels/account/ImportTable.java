package com.aipixels.account;

import com.aipixels.identity.UserId;
import com.aipixels.storage.ObjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Imports as their members see them, and as a queue of those that have not ended.
@Component
class ImportTable {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ImportTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  UUID newId() {
    return jdbc.sql("SELECT gen_random_uuid()").query(UUID.class).single();
  }

  /// False where another one of the member's has not ended.
  boolean begin(UUID id, UserId member, boolean publish) {
    return jdbc.sql(
                """
                INSERT INTO imports (id, clerk_user_id, publish) VALUES (:id, :member, :publish)
                ON CONFLICT (clerk_user_id) WHERE ended_at IS NULL DO NOTHING
                """)
            .param("id", id)
            .param("member", member.value())
            .param("publish", publish)
            .update()
        == 1;
  }

  boolean isBusy(UserId member) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM imports WHERE clerk_user_id = :member AND ended_at IS NULL)
            """)
        .param("member", member.value())
        .query(Boolean.class)
        .single();
  }

  Optional<Import> find(UserId member, UUID id) {
    return jdbc.sql(
            """
            SELECT id, asked_at, ended_at, imported, known, refused, complaints
            FROM imports
            WHERE id = :id AND clerk_user_id = :member
            """)
        .param("id", id)
        .param("member", member.value())
        .query(this::row)
        .optional();
  }

  /// The newest first.
  List<Import> of(UserId member, int limit) {
    return jdbc.sql(
            """
            SELECT id, asked_at, ended_at, imported, known, refused, complaints
            FROM imports
            WHERE clerk_user_id = :member
            ORDER BY asked_at DESC
            LIMIT :limit
            """)
        .param("member", member.value())
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  /// The one that has waited longest, for this process alone until the lease is over.
  Optional<ImportClaim> claim(Duration lease) {
    return jdbc.sql(
            """
            UPDATE imports
            SET turn_at = clock_timestamp() + make_interval(secs => :lease), attempt = attempt + 1
            WHERE id = (
              SELECT id FROM imports WHERE ended_at IS NULL AND turn_at <= clock_timestamp()
              ORDER BY turn_at LIMIT 1
              FOR UPDATE SKIP LOCKED)
            RETURNING id, attempt, clerk_user_id, publish, lines
            """)
        .param("lease", (double) lease.toSeconds())
        .query((row, _) ->
            new ImportClaim(
                row.getObject("id", UUID.class),
                row.getInt("attempt"),
                new UserId(row.getString("clerk_user_id")),
                row.getBoolean("publish"),
                row.getInt("lines")))
        .optional();
  }

  /// What became of one line; keeps the claim for another while.
  ///
  /// @throws LostTurn where the import is not this process's any more
  void record(ImportClaim claim, LineResult result, Duration lease) {
    LostTurn.unless(
        jdbc.sql(
                """
                UPDATE imports
                SET lines = :line, imported = imported + :imported, known = known + :known,
                    refused = refused + CASE WHEN :complaint::jsonb IS NULL THEN 0 ELSE 1 END,
                    complaints = CASE WHEN :complaint::jsonb IS NULL OR jsonb_array_length(complaints) >= 100
                                      THEN complaints ELSE complaints || :complaint::jsonb END,
                    turn_at = clock_timestamp() + make_interval(secs => :lease)
                WHERE id = :id AND attempt = :attempt AND ended_at IS NULL
                """)
            .param("line", result.line())
            .param("imported", result.imported())
            .param("known", result.known())
            .param("complaint", complaint(result))
            .param("lease", (double) lease.toSeconds())
            .param("id", claim.id())
            .param("attempt", claim.attempt())
            .update());
  }

  /// @throws LostTurn as above
  void end(ImportClaim claim) {
    LostTurn.unless(
        jdbc.sql(
                """
                UPDATE imports SET ended_at = clock_timestamp()
                WHERE id = :id AND attempt = :attempt AND ended_at IS NULL
                """)
            .param("id", claim.id())
            .param("attempt", claim.attempt())
            .update());
  }

  /// Tries again later and later, but at least every five minutes.
  void putOff(ImportClaim claim) {
    jdbc.sql(
            """
            UPDATE imports
            SET turn_at = clock_timestamp() + make_interval(secs => least(2 ^ least(failures, 10), 300)),
                failures = failures + 1
            WHERE id = :id AND attempt = :attempt
            """)
        .param("id", claim.id())
        .param("attempt", claim.attempt())
        .update();
  }

  /// Files that belong to this member, whether they are still there or not.
  List<ObjectKey> files(UserId member) {
    return jdbc.sql("SELECT id FROM imports WHERE clerk_user_id = :member LIMIT 100")
        .param("member", member.value())
        .query((row, _) -> ImportClaim.key(row.getObject("id", UUID.class)))
        .list();
  }

  void remove(List<UUID> ids) {
    jdbc.sql("DELETE FROM imports WHERE id = ANY (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /// Those of the ids that are still to be worked on.
  Set<UUID> among(Set<UUID> ids) {
    return jdbc.sql("SELECT id FROM imports WHERE id = ANY (:ids) AND ended_at IS NULL")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> row.getObject("id", UUID.class))
        .set();
  }

  private Import row(ResultSet row, int number) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Import(
        row.getObject("id", UUID.class),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getInt("imported"),
        row.getInt("known"),
        row.getInt("refused"),
        List.of(json.readValue(row.getString("complaints"), Import.Complaint[].class)));
  }

  private @Nullable String complaint(LineResult result) {
    return result instanceof LineResult.Refused(int line, String why)
        ? json.writeValueAsString(new Import.Complaint(line, why))
        : null;
  }
}
