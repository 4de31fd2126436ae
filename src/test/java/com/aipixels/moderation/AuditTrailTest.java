package com.aipixels.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What moderators did stays as it was written.
@HouseTest
class AuditTrailTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Desk desk;
  private Caller maker;
  private Caller reader;
  private Caller judge;

  @BeforeEach
  void meet() {
    desk = new Desk(port, jdbc);
    var round = Long.toString(System.nanoTime(), 36);
    maker = Caller.signedIn(port, "trail-maker" + round);
    reader = Caller.signedIn(port, "trail-reader" + round);
    judge = desk.moderator("trail-judge" + round);
  }

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
