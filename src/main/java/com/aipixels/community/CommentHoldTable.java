package com.aipixels.community;

import com.aipixels.gallery.HoldCause;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Holds of comments; the rules stand in SQL, where a foreign writer meets them too.
@Component
class CommentHoldTable {

  private final JdbcClient jdbc;

  CommentHoldTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void hold(List<Integer> ids, HoldCause cause) {
    call("SELECT hold_comments(:ids, :cause)", ids, cause);
  }

  void release(List<Integer> ids, HoldCause cause) {
    call("SELECT release_comments(:ids, :cause)", ids, cause);
  }

  List<Integer> free(UserId writer, HoldCause cause, int limit) {
    return some(
        """
        SELECT c.id FROM comments c
        WHERE c.clerk_user_id = :writer
          AND NOT EXISTS (SELECT FROM comment_holds h WHERE h.comment_id = c.id AND :cause = ANY (h.causes))
        LIMIT :limit
        """,
        writer,
        cause,
        limit);
  }

  List<Integer> held(UserId writer, HoldCause cause, int limit) {
    return some(
        """
        SELECT c.id FROM comments c JOIN comment_holds h ON h.comment_id = c.id
        WHERE c.clerk_user_id = :writer AND :cause = ANY (h.causes)
        LIMIT :limit
        """,
        writer,
        cause,
        limit);
  }

  private void call(String sql, List<Integer> ids, HoldCause cause) {
    jdbc.sql(sql)
        .param("ids", ids.toArray(Integer[]::new))
        .param("cause", cause.value())
        .query((_, _) -> true)
        .single();
  }

  private List<Integer> some(String sql, UserId writer, HoldCause cause, int limit) {
    return jdbc.sql(sql)
        .param("writer", writer.value())
        .param("cause", cause.value())
        .param("limit", limit)
        .query((row, _) -> row.getInt("id"))
        .list();
  }
}
