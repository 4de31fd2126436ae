package com.aipixels.community;

import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What members leave in the community's tables, a batch at a time, and the locks to be taken
/// before a batch is removed: pictures, then comments, each in the order of their ids.
@Component
class TraceTable {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;

  TraceTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Integer> commentLikes(UserId member) {
    return ids(
        "SELECT id FROM comment_likes WHERE clerk_user_id = :member ORDER BY comment_id LIMIT :limit",
        member);
  }

  List<Integer> comments(UserId member) {
    return ids(
        "SELECT id FROM comments WHERE clerk_user_id = :member ORDER BY id LIMIT :limit", member);
  }

  List<Integer> likes(UserId member) {
    return ids(
        "SELECT id FROM likes WHERE clerk_user_id = :member ORDER BY image_id LIMIT :limit",
        member);
  }

  void removeCommentLikes(List<Integer> ids) {
    hold(
        """
        SELECT i.id FROM images i
        WHERE i.id IN (SELECT c.image_id FROM comment_likes l JOIN comments c ON c.id = l.comment_id
                       WHERE l.id = ANY (:ids))
        ORDER BY i.id
        FOR KEY SHARE
        """,
        ids);
    hold(
        """
        SELECT c.id FROM comments c
        WHERE c.id IN (SELECT l.comment_id FROM comment_likes l WHERE l.id = ANY (:ids))
        ORDER BY c.id
        FOR NO KEY UPDATE
        """,
        ids);
    change("DELETE FROM comment_likes WHERE id = ANY (:ids)", ids);
  }

  /// What has to be held while these comments are removed.
  void holdComments(List<Integer> ids) {
    hold(
        """
        SELECT i.id FROM images i
        WHERE i.id IN (SELECT c.image_id FROM comments c WHERE c.id = ANY (:ids))
        ORDER BY i.id
        FOR NO KEY UPDATE
        """,
        ids);
    hold("SELECT c.id FROM comments c WHERE c.id = ANY (:ids) ORDER BY c.id FOR UPDATE", ids);
  }

  void removeLikes(List<Integer> ids) {
    hold(
        """
        SELECT i.id FROM images i
        WHERE i.id IN (SELECT l.image_id FROM likes l WHERE l.id = ANY (:ids))
        ORDER BY i.id
        FOR NO KEY UPDATE
        """,
        ids);
    change("DELETE FROM likes WHERE id = ANY (:ids)", ids);
  }

  /// False where there were none.
  boolean removeFollows(UserId member) {
    return removed(
        """
        DELETE FROM follows
        WHERE id = ANY (ARRAY(
          SELECT id FROM follows
          WHERE id = ANY (ARRAY(
            (SELECT id FROM follows WHERE follower_clerk_user_id = :member LIMIT :limit)
            UNION
            (SELECT id FROM follows WHERE following_clerk_user_id = :member LIMIT :limit)
            LIMIT :limit))
          ORDER BY id
          FOR UPDATE))
        """,
        member);
  }

  /// False where there were none.
  boolean removeBlocks(UserId member) {
    return removed(
        """
        WITH batch AS MATERIALIZED (
          SELECT blocker_clerk_user_id AS blocker, blocked_clerk_user_id AS blocked
          FROM blocks
          WHERE blocker_clerk_user_id = :member OR blocked_clerk_user_id = :member
          ORDER BY blocker_clerk_user_id, blocked_clerk_user_id
          LIMIT :limit
          FOR UPDATE)
        DELETE FROM blocks b USING batch
        WHERE b.blocker_clerk_user_id = batch.blocker AND b.blocked_clerk_user_id = batch.blocked
        """,
        member);
  }

  /// Out of what others wrote; their words stay. False where there was nothing.
  boolean removeMentions(UserId member) {
    return removed(
        """
        DELETE FROM comment_mentions
        WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM comment_mentions WHERE clerk_user_id = :member LIMIT :limit))
        """,
        member);
  }

  /// What was counted of a member of whom nothing is left to count, where the counter had drifted.
  boolean removeCounts(UserId member) {
    return jdbc.sql(
                """
                DELETE FROM member_counts m
                WHERE m.clerk_user_id = :member
                  AND NOT EXISTS (SELECT FROM images i WHERE i.clerk_user_id = m.clerk_user_id)
                  AND NOT EXISTS (SELECT FROM follows f
                                  WHERE f.follower_clerk_user_id = m.clerk_user_id OR f.following_clerk_user_id = m.clerk_user_id)
                """)
            .param("member", member.value())
            .update()
        > 0;
  }

  /// Each branch reads no further into its index than it must.
  List<UserId> membersAfter(String id, int limit) {
    return jdbc.sql(
            """
            (SELECT DISTINCT clerk_user_id AS member FROM likes
             WHERE clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT DISTINCT clerk_user_id AS member FROM comments
             WHERE clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT DISTINCT clerk_user_id AS member FROM comment_likes
             WHERE clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT DISTINCT follower_clerk_user_id AS member FROM follows
             WHERE follower_clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT DISTINCT following_clerk_user_id AS member FROM follows
             WHERE following_clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT DISTINCT blocker_clerk_user_id AS member FROM blocks
             WHERE blocker_clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT DISTINCT blocked_clerk_user_id AS member FROM blocks
             WHERE blocked_clerk_user_id > :id ORDER BY member LIMIT :limit)
            UNION
            (SELECT DISTINCT clerk_user_id AS member FROM comment_mentions
             WHERE clerk_user_id > :id ORDER BY member LIMIT :limit)
            ORDER BY member
            LIMIT :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new UserId(row.getString("member")))
        .list();
  }

  private List<Integer> ids(String sql, UserId member) {
    return jdbc.sql(sql)
        .param("member", member.value())
        .param("limit", AT_ONCE)
        .query((row, _) -> row.getInt("id"))
        .list();
  }

  private boolean removed(String sql, UserId member) {
    return jdbc.sql(sql).param("member", member.value()).param("limit", AT_ONCE).update() > 0;
  }

  private void hold(String locking, List<Integer> ids) {
    jdbc.sql(locking)
        .param("ids", ids.toArray(Integer[]::new))
        .query((row, _) -> row.getInt("id"))
        .list();
  }

  private void change(String sql, List<Integer> ids) {
    jdbc.sql(sql).param("ids", ids.toArray(Integer[]::new)).update();
  }
}
