package com.aipixels.collections;

import com.aipixels.identity.UserId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Collections to write. Whoever also locks pictures locks those first.
@Component
class CollectionTable {

  private final JdbcClient jdbc;

  CollectionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// How many a member has, while nobody else begins one for them.
  int countToBegin(UserId owner) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('collections of ' || :owner, 0))")
        .param("owner", owner.value())
        .query((_, _) -> true)
        .single();
    return jdbc.sql("SELECT count(*) FROM collections WHERE clerk_user_id = :owner")
        .param("owner", owner.value())
        .query(Integer.class)
        .single();
  }

  Begun insert(UserId owner, NewCollection collection) {
    return jdbc.sql(
            """
            INSERT INTO collections (clerk_user_id, name, description, visibility, created_at, updated_at)
            SELECT :owner, :name, :description, :visibility::visibility, t.now, t.now
            FROM (SELECT clock_timestamp() AS now) t
            RETURNING id, created_at
            """)
        .param("owner", owner.value())
        .param("name", collection.name())
        .param("description", collection.description())
        .param("visibility", collection.visibility().value())
        .query((row, _) ->
            new Begun(
                row.getInt("id"),
                collection.name(),
                collection.description(),
                collection.visibility(),
                row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .single();
  }

  /// False where the member has no such collection any more; else it stays locked until the
  /// transaction ends.
  boolean lock(UserId owner, CollectionId id) {
    return jdbc.sql(
            """
            SELECT id FROM collections
            WHERE id = :id AND clerk_user_id = :owner
            FOR NO KEY UPDATE
            """)
        .param("id", id.value())
        .param("owner", owner.value())
        .query((_, _) -> true)
        .optional()
        .isPresent();
  }

  void update(CollectionId id, NewCollection words) {
    jdbc.sql(
            """
            UPDATE collections
            SET name = :name, description = :description, visibility = :visibility::visibility,
                updated_at = clock_timestamp()
            WHERE id = :id
            """)
        .param("id", id.value())
        .param("name", words.name())
        .param("description", words.description())
        .param("visibility", words.visibility().value())
        .update();
  }

  void setLink(CollectionId id, @Nullable String link) {
    jdbc.sql("UPDATE collections SET link = :link WHERE id = :id")
        .param("id", id.value())
        .param("link", link)
        .update();
  }

  void delete(CollectionId id) {
    jdbc.sql("DELETE FROM collections WHERE id = :id").param("id", id.value()).update();
  }
}
