package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Holds of pictures; the rules stand in SQL, where a foreign writer meets them too.
@Component
class HoldTable {

  private final JdbcClient jdbc;

  HoldTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void hold(List<ImageId> ids, HoldCause cause) {
    call("SELECT hold_images(:ids, :cause)", ids, cause);
  }

  void release(List<ImageId> ids, HoldCause cause) {
    call("SELECT release_images(:ids, :cause)", ids, cause);
  }

  List<ImageId> free(UserId owner, HoldCause cause, int limit) {
    return some(
        """
        SELECT i.id FROM images i
        WHERE i.clerk_user_id = :owner
          AND NOT EXISTS (SELECT FROM image_holds h WHERE h.image_id = i.id AND :cause = ANY (h.causes))
        LIMIT :limit
        """,
        owner,
        cause,
        limit);
  }

  List<ImageId> held(UserId owner, HoldCause cause, int limit) {
    return some(
        """
        SELECT i.id FROM images i JOIN image_holds h ON h.image_id = i.id
        WHERE i.clerk_user_id = :owner AND :cause = ANY (h.causes)
        LIMIT :limit
        """,
        owner,
        cause,
        limit);
  }

  private void call(String sql, List<ImageId> ids, HoldCause cause) {
    jdbc.sql(sql)
        .param("ids", ids.stream().map(ImageId::value).toArray(Integer[]::new))
        .param("cause", cause.value())
        .query((_, _) -> true)
        .single();
  }

  private List<ImageId> some(String sql, UserId owner, HoldCause cause, int limit) {
    return jdbc.sql(sql)
        .param("owner", owner.value())
        .param("cause", cause.value())
        .param("limit", limit)
        .query((row, _) -> new ImageId(row.getInt("id")))
        .list();
  }
}
