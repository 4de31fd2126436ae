package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The audit trail, to read.
@Component
class ActionQueries {

  private static final String NEWEST = "actions";
  private static final int EARLIER = 10;

  private final JdbcClient jdbc;

  ActionQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Act> find(long id) {
    return jdbc.sql(
            """
            SELECT %s
            FROM moderation_actions a %s
            WHERE a.id = :id
            """
                .formatted(ActRows.ACT, ActRows.PEOPLE))
        .param("id", id)
        .query(ActRows::act)
        .optional();
  }

  /// Everything, newest first.
  Slice<Act> all(PageRequest page) {
    long before =
        page.after(NEWEST).map(cursor -> cursor.key(0, Long::valueOf)).orElse(Long.MAX_VALUE);
    List<Act> rows =
        jdbc.sql(
                """
                SELECT %s
                FROM moderation_actions a %s
                WHERE a.id < :before
                ORDER BY a.id DESC
                LIMIT :limit
                """
                    .formatted(ActRows.ACT, ActRows.PEOPLE))
            .param("before", before)
            .param("limit", page.rowsToFetch())
            .query(ActRows::act)
            .list();
    return Slice.of(rows, page, act -> Cursor.of(NEWEST, act.id()));
  }

  /// The last few lines about each of these members, newest first.
  List<Act> about(Collection<UserId> members) {
    return jdbc.sql(
            """
            SELECT %s
            FROM unnest(:members::varchar[]) AS o (id)
            CROSS JOIN LATERAL (
              SELECT l.id FROM moderation_actions l WHERE l.person = hash_of(o.id) ORDER BY l.id DESC LIMIT :limit) l
            JOIN moderation_actions a ON a.id = l.id %s
            ORDER BY a.id DESC
            """
                .formatted(ActRows.ACT, ActRows.PEOPLE))
        .param("members", members.stream().map(UserId::value).toArray(String[]::new))
        .param("limit", EARLIER)
        .query(ActRows::act)
        .list();
  }
}
