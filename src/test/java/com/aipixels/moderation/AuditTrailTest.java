package com.aipixels.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/// What moderators did stays as it was written.
class AuditTrailTest extends AtTheDesk {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE moderation_actions SET note = ''",
        "DELETE FROM moderation_actions",
        "TRUNCATE moderation_actions CASCADE"
      })
  void theAuditTrailIsAppendOnly(String rewriting) {
    assertThatThrownBy(() -> jdbc.sql(rewriting).update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append-only");
  }

  @Test
  void theAuditTrailIsReadPageByPage() {
    var first = desk.decided(reader, judge, "image", desk.hang(maker), "dismiss");
    var second = desk.decided(reader, judge, "image", desk.hang(maker), "hide");
    var page = Desk.ok(judge.get("/api/v1/moderation/actions?limit=1"));
    assertThat(page.at("/items/0/id")).isEqualTo(second.get("id"));
    var next =
        Desk.ok(
            judge.get(
                "/api/v1/moderation/actions?limit=1&cursor=" + page.get("nextCursor").asString()));
    assertThat(next.at("/items/0/id")).isEqualTo(first.get("id"));
  }
}
