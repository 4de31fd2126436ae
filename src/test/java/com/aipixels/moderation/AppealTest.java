package com.aipixels.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What was decided waits for whoever appeals, and is decided again by somebody else.
class AppealTest extends AtTheDesk {

  @Test
  void aDeletionWaitsForAnAppealUnlessTheReasonIsGrave() {
    var spared = desk.hang(maker);
    var deletion = desk.decided(reader, judge, "image", spared, "delete").get("id").asLong();
    assertThat(reader.get("/api/v1/images/" + spared).statusCode()).isEqualTo(404);
    assertThat(maker.get("/api/v1/images/" + spared).statusCode()).isEqualTo(200);
    var appeal = Desk.ok(Desk.appeal(maker, deletion)).get("id").asLong();
    letTimePass();
    var doomed = desk.hang(maker);
    desk.decided(reader, judge, "image", doomed, "delete");
    letTimePass();
    await().until(() -> maker.get("/api/v1/images/" + doomed).statusCode() == 404);
    assertThat(maker.get("/api/v1/images/" + spared).statusCode())
        .as("an open appeal is waited for")
        .isEqualTo(200);

    Desk.ok(Desk.answer(colleague, appeal, "reverse"));
    assertThat(reader.get("/api/v1/images/" + spared).statusCode()).isEqualTo(200);

    var grave = desk.hang(maker);
    Desk.report(reader, "image", grave, "illegal_filming");
    Desk.ok(Desk.decide(judge, desk.caseOf("image", grave), "delete"));
    assertThat(maker.get("/api/v1/images/" + grave).statusCode()).isEqualTo(404);
    var one = Desk.ok(judge.get(Desk.CASES + "/" + desk.caseOf("image", grave)));
    assertThat(one.get("target").isNull()).isTrue();
  }

  @Test
  void anAppealInVainLetsTheDeletionGoOnAtOnce() {
    var id = desk.hang(maker);
    var said = Desk.ok(reader.post("/api/v1/images/" + id + "/comments", Map.of("content", "광고")));
    var comment = said.get("id").asInt();
    var deletion = desk.decided(maker, judge, "comment", comment, "delete").get("id").asLong();
    var appeal = Desk.ok(Desk.appeal(reader, deletion)).get("id").asLong();

    Desk.ok(Desk.answer(colleague, appeal, "uphold"));

    assertThat(reader.get("/api/v1/comments/" + comment).statusCode()).isEqualTo(404);
    assertThat(desk.notices(reader)).contains("appeal_answered uphold");
  }

  @Test
  void aKeyIsForTheAppealAgainstOneDecision() {
    var once = Map.of("text", "제 그림이에요");
    var first = hidden();
    var second = hidden();
    var made = maker.post(appealAgainst(first), once, "Idempotency-Key", "mine");

    var again = maker.post(appealAgainst(first), once, "Idempotency-Key", "mine");
    var other = maker.post(appealAgainst(second), once, "Idempotency-Key", "mine");

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(made.body());
    assertThat(Desk.code(other)).isEqualTo("422 idempotency_key_reused");
    assertThat(Desk.appeal(maker, second).statusCode()).isEqualTo(201);
  }

  private long hidden() {
    return desk.decided(reader, judge, "image", desk.hang(maker), "hide").get("id").asLong();
  }

  private static String appealAgainst(long action) {
    return "/api/v1/moderation/actions/" + action + "/appeal";
  }

  private void letTimePass() {
    jdbc.sql("UPDATE awaited_deletions SET due_at = due_at - interval '8 days'").update();
  }
}
