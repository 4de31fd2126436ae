package com.aipixels.community;

import com.aipixels.identity.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FollowTable {

  private final JdbcClient jdbc;

  FollowTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UserId follower, UserId following) {
    jdbc.sql(
            """
            INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id, created_at)
            VALUES (:follower, :following, clock_timestamp() AT TIME ZONE 'UTC')
            ON CONFLICT DO NOTHING
            """)
        .param("follower", follower.value())
        .param("following", following.value())
        .update();
  }

  void remove(UserId follower, UserId following) {
    jdbc.sql(
            """
            DELETE FROM follows
            WHERE follower_clerk_user_id = :follower AND following_clerk_user_id = :following
            """)
        .param("follower", follower.value())
        .param("following", following.value())
        .update();
  }

  /// Ends what either of the two sees of the other; rows are taken in the order of their ids.
  void part(UserId one, UserId other) {
    jdbc.sql(
            """
            DELETE FROM follows
            WHERE id = ANY (ARRAY(
              SELECT id FROM follows
              WHERE (follower_clerk_user_id, following_clerk_user_id) IN ((:one, :other), (:other, :one))
              ORDER BY id
              FOR UPDATE))
            """)
        .param("one", one.value())
        .param("other", other.value())
        .update();
  }
}
