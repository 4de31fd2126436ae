package com.aipixels.community;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists of members, newest follow first; those kept apart from the viewer, or about to leave, are
/// left out.
@Component
class FollowQueries {

  private final JdbcClient jdbc;

  FollowQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(int id, UserId member, boolean isFollowing) {}

  boolean isFollowing(UserId follower, UserId member) {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT FROM follows
              WHERE follower_clerk_user_id = :follower AND following_clerk_user_id = :member)
            """)
        .param("follower", follower.value())
        .param("member", member.value())
        .query(Boolean.class)
        .single();
  }

  Slice<Row> followers(Viewer viewer, UserId member, PageRequest page) {
    return list("follower", "following", viewer, member, page);
  }

  Slice<Row> following(Viewer viewer, UserId member, PageRequest page) {
    return list("following", "follower", viewer, member, page);
  }

  /// Those on the shown side of follows whose other side is the member.
  private Slice<Row> list(
      String shown, String other, Viewer viewer, UserId member, PageRequest page) {
    int before =
        page.after(shown).map(cursor -> cursor.key(0, Integer::valueOf)).orElse(Integer.MAX_VALUE);
    List<Row> rows =
        jdbc.sql(
                """
                SELECT f.id, f.%1$s_clerk_user_id AS member,
                       EXISTS (SELECT FROM follows v
                               WHERE v.follower_clerk_user_id = :viewer
                                 AND v.following_clerk_user_id = f.%1$s_clerk_user_id) AS is_following
                FROM follows f
                WHERE f.%2$s_clerk_user_id = :member AND f.id < :before
                  AND f.%1$s_clerk_user_id <> ALL (%3$s)
                  AND NOT EXISTS (SELECT FROM leaving_members l WHERE l.clerk_user_id = f.%1$s_clerk_user_id)
                ORDER BY f.id DESC
                LIMIT :limit
                """
                    .formatted(shown, other, Sight.APART))
            .param("viewer", viewer.idOrNull())
            .param("member", member.value())
            .param("before", before)
            .param("limit", page.rowsToFetch())
            .query((row, _) ->
                new Row(
                    row.getInt("id"),
                    new UserId(row.getString("member")),
                    row.getBoolean("is_following")))
            .list();
    return Slice.of(rows, page, row -> Cursor.of(shown, row.id()));
  }
}
