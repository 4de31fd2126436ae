package com.aipixels.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is reported is decided once and told to both sides.
class ModerationTest extends AtTheDesk {

  @Test
  void aPictureIsReportedHiddenAppealedForAndGivenRight() {
    var id = desk.hang(maker);
    var picture = "/api/v1/images/" + id;
    var before = Caller.json(reader.get(picture));
    var taken = Desk.ok(Desk.report(reader, "image", id, "defamation"));
    assertThat(taken.get("targetId").asString()).isEqualTo(String.valueOf(id));
    assertThat(taken.get("details").asString()).isEqualTo("이유");

    var one = Desk.ok(judge.get(Desk.CASES + "/" + desk.caseOf("image", id)));
    assertThat(one.get("reportCount").asInt()).isEqualTo(1);
    assertThat(one.at("/owner/userId").asString()).isEqualTo(maker.userId());
    assertThat(one.at("/reports/0/reporter/userId").asString()).isEqualTo(reader.userId());
    assertThat(one.at("/target/text").asString()).isEqualTo("prompt");

    var hidden = Desk.ok(Desk.decide(judge, one.get("id").asLong(), "hide"));
    assertThat(hidden.at("/moderator/userId").asString()).isEqualTo(judge.userId());
    assertThat(hidden.get("reasons").valueStream().map(JsonNode::asString))
        .containsExactly("defamation");
    assertThat(reader.get(picture).statusCode()).isEqualTo(404);
    assertThat(Caller.json(maker.get(picture)).get("heldFor").toString()).contains("moderation");
    assertThat(desk.notices(maker)).containsExactly("decision hide");
    assertThat(desk.notices(reader)).containsExactly("report_answered hide");

    var ruling = Desk.ok(maker.get("/api/v1/me/decisions")).at("/items/0");
    assertThat(ruling.get("canAppeal").asBoolean()).isTrue();
    assertThat(ruling.has("moderator")).isFalse();
    var action = hidden.get("id").asLong();
    assertThat(Desk.code(Desk.appeal(reader, action))).isEqualTo("404 not_found");
    var appeal = Desk.ok(Desk.appeal(maker, action)).get("id").asLong();
    assertThat(Desk.code(Desk.appeal(maker, action))).isEqualTo("409 already_appealed");
    for (var answer : List.of("reverse", "uphold")) {
      assertThat(Desk.code(Desk.answer(judge, appeal, answer))).isEqualTo("403 forbidden");
    }
    assertThat(Desk.ok(colleague.get("/api/v1/moderation/appeals?limit=100")).toString())
        .contains("다시 봐 주세요");

    Desk.ok(Desk.answer(colleague, appeal, "reverse"));

    var after = Caller.json(reader.get(picture));
    assertThat(after.get("publishedAt")).isEqualTo(before.get("publishedAt"));
    assertThat(Desk.code(Desk.answer(colleague, appeal, "uphold")))
        .isEqualTo("409 already_decided");
    assertThat(desk.notices(maker)).containsExactly("decision hide", "appeal_answered reverse");
    assertThat(desk.notices(reader))
        .containsExactly("report_answered hide", "report_answered reverse");
    ruling = Desk.ok(maker.get("/api/v1/me/decisions")).at("/items/0");
    assertThat(ruling.at("/appeal/outcome").asString()).isEqualTo("reverse");
    assertThat(ruling.get("canAppeal").asBoolean()).isFalse();
    assertThat(ruling.get("ended").asBoolean()).isTrue();

    var another = Caller.signedIn(port, "another" + id);
    Desk.ok(Desk.report(another, "image", id, "spam"));
    assertThat(Desk.code(Desk.decide(judge, desk.caseOf("image", id), "hide")))
        .as("what was given right stays")
        .isEqualTo("409 already_decided");
  }

  @Test
  void aCommentIsHiddenAndComesBackWithItsWords() {
    var id = desk.hang(maker);
    var said =
        Desk.ok(reader.post("/api/v1/images/" + id + "/comments", Map.of("content", "심한 말")));
    var comment = said.get("id").asInt();
    var hidden = desk.decided(maker, judge, "comment", comment, "hide");
    assertThat(maker.get("/api/v1/images/" + id + "/comments").body()).doesNotContain("심한 말");
    var shown = Desk.ok(judge.get(Desk.CASES + "/" + desk.caseOf("comment", comment)));
    assertThat(shown.at("/target/text").asString()).isEqualTo("심한 말");
    assertThat(Desk.code(Desk.report(judge, "comment", comment, "hate")))
        .as("nobody reports what nobody sees")
        .isEqualTo("404 not_found");

    var appeal = Desk.ok(Desk.appeal(reader, hidden.get("id").asLong())).get("id").asLong();
    Desk.ok(Desk.answer(colleague, appeal, "reverse"));

    assertThat(maker.get("/api/v1/images/" + id + "/comments").body()).contains("심한 말");
  }

  @Test
  void oneReportsOnceAndOnlyWhatOneSeesOfOthers() {
    var id = desk.hang(maker);
    Desk.ok(Desk.report(reader, "image", id, "hate"));
    assertThat(Desk.code(Desk.report(reader, "image", id, "spam")))
        .isEqualTo("409 already_reported");
    assertThat(Desk.code(Desk.report(maker, "image", id, "spam"))).isEqualTo("422 oneself");
    assertThat(Desk.code(Desk.report(maker, "user", maker.userId(), "spam")))
        .isEqualTo("422 oneself");
    maker.patch("/api/v1/images/" + id, Map.of("visibility", "private"));
    var hidden = Desk.report(judge, "image", id, "spam");
    var never = Desk.report(judge, "image", 2_000_000_000, "spam");
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(never.body());
    assertThat(Desk.code(Desk.report(judge, "user", "user_neverwas", "spam")))
        .isEqualTo("404 not_found");
    assertThat(Desk.code(Desk.report(judge, "image", "cat", "spam"))).isEqualTo("404 not_found");
    assertThat(Desk.code(Desk.report(Caller.guest(port), "image", id, "spam")))
        .isEqualTo("401 unauthenticated");
    var errors = Caller.json(reader.post(Desk.REPORTS, Map.of())).get("errors");
    assertThat(errors.valueStream().map(error -> error.get("field").asString()))
        .containsExactly("targetType", "targetId", "reason");
  }

  @Test
  void theSameKeyIsTheSameReportEvenAfterItWasAnswered() {
    var id = desk.hang(maker);
    var body = Map.of("targetType", "image", "targetId", id, "reason", "spam");
    var first = reader.post(Desk.REPORTS, body, "Idempotency-Key", "k" + id);
    Desk.ok(Desk.decide(judge, desk.caseOf("image", id), "hide"));

    var again = reader.post(Desk.REPORTS, body, "Idempotency-Key", "k" + id);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void theQueueHasTheGravestFirstAndThenTheOldest() {
    var spam = desk.hang(maker);
    var older = desk.hang(maker);
    var minors = desk.hang(maker);
    var popular = desk.hang(maker);
    Desk.report(reader, "image", spam, "spam");
    Desk.report(reader, "image", older, "hate");
    for (var i = 0; i < 12; i++) {
      Desk.report(Caller.signedIn(port, "mob" + i + "x" + spam), "image", popular, "defamation");
    }
    Desk.report(reader, "image", minors, "minors");
    var mine =
        List.of(spam, older, minors, popular).stream().map(id -> desk.caseOf("image", id)).toList();

    var order = queue(judge, 2).stream().filter(mine::contains).toList();

    assertThat(order)
        .containsExactly(mine.get(2), mine.get(1), mine.get(3), mine.get(0))
        .isEqualTo(queue(judge, 100).stream().filter(mine::contains).toList());
  }

  @Test
  void aDismissedCaseOpensAgainForSomebodyNew() {
    var id = desk.hang(maker);
    desk.decided(reader, judge, "image", id, "dismiss");
    var one = desk.caseOf("image", id);
    assertThat(reader.get("/api/v1/images/" + id).statusCode()).isEqualTo(200);
    assertThat(Desk.code(Desk.report(reader, "image", id, "minors")))
        .isEqualTo("409 already_reported");
    assertThat(queue(judge, 100)).doesNotContain(one);
    assertThat(desk.notices(maker)).containsExactly("decision dismiss");
    assertThat(desk.notices(reader)).containsExactly("report_answered dismiss");

    Desk.ok(Desk.report(colleague, "image", id, "spam"));

    var again = Desk.ok(judge.get(Desk.CASES + "/" + one));
    assertThat(again.get("reportCount").asInt()).isEqualTo(1);
    assertThat(again.at("/earlier/0/action").asString()).isEqualTo("dismiss");
    assertThat(queue(judge, 100)).contains(one);
  }

  @Test
  void ofTwoWhoDecideAtOnceOneDoes() throws Exception {
    for (var round = 0; round < 10; round++) {
      var id = desk.hang(maker);
      Desk.report(reader, "image", id, "spam");
      var one = desk.caseOf("image", id);
      List<Callable<HttpResponse<String>>> both =
          List.of(
              () -> Desk.decide(judge, one, "hide"), () -> Desk.decide(colleague, one, "dismiss"));
      try (var hands = Executors.newFixedThreadPool(2)) {
        var codes =
            hands.invokeAll(both).stream().map(done -> done.resultNow().statusCode()).toList();
        assertThat(codes).containsExactlyInAnyOrder(200, 409);
      }
      assertThat(lines("case_id = " + one)).hasSize(1);
    }
  }

  @Test
  void aRoleThatIsTakenIsGoneAtOnceAndNobodyElseSeesADesk() {
    var id = desk.hang(maker);
    Desk.report(reader, "image", id, "spam");
    var one = desk.caseOf("image", id);
    assertThat(judge.get(Desk.CASES + "/" + one).statusCode()).isEqualTo(200);

    desk.dismissAsModerator(judge);

    assertThat(Desk.code(Desk.decide(judge, one, "hide"))).isEqualTo("404 not_found");
    assertThat(judge.get(Desk.CASES + "/" + one).body())
        .isEqualTo(colleague.get(Desk.CASES + "/999999999").body());
    assertThat(reader.get("/api/v1/images/" + id).statusCode()).isEqualTo(200);
    assertThat(Desk.code(Caller.guest(port).get(Desk.CASES))).isEqualTo("401 unauthenticated");
    for (var call : List.of("/reports/1/decision", "/appeals/1/decision", "/rights-blocks")) {
      assertThat(Desk.code(reader.post("/api/v1/moderation" + call, Map.of())))
          .as("whoever asks nonsense of no desk")
          .isEqualTo("404 not_found");
    }
    assertThat(Desk.code(reader.get("/api/v1/moderation/actions"))).isEqualTo("404 not_found");
  }

  @Test
  void nobodyDecidesAboutThemselves() {
    var id = desk.hang(judge);
    Desk.report(reader, "image", id, "spam");
    assertThat(Desk.code(Desk.decide(judge, desk.caseOf("image", id), "dismiss")))
        .isEqualTo("422 oneself");
    var hidden = Desk.ok(Desk.decide(colleague, desk.caseOf("image", id), "hide"));
    var appeal = Desk.ok(Desk.appeal(judge, hidden.get("id").asLong())).get("id").asLong();
    assertThat(Desk.code(Desk.answer(judge, appeal, "reverse"))).isEqualTo("422 oneself");
  }

  @Test
  void aDecisionSaysWhy() {
    var answer = judge.post(Desk.CASES + "/1/decision", Map.of("action", "uphold", "note", " "));
    assertThat(Caller.json(answer).get("errors").valueStream().map(JsonNode::toString))
        .hasSize(2)
        .anyMatch(error -> error.contains("note"))
        .anyMatch(error -> error.contains("must be one of dismiss, hide, delete, suspend"));
    Desk.report(reader, "user", maker.userId(), "hate");
    var one = desk.caseOf("user", maker.userId());
    assertThat(Desk.decide(judge, one, "hide").body()).contains("must be dismiss or suspend");
    assertThat(Desk.decide(judge, one, "suspend").body()).contains("must be between 1 and 3650");
  }

  /// The numbers of open cases in their order.
  private static List<Long> queue(Caller moderator, int limit) {
    var ids = new ArrayList<Long>();
    var cursor = "";
    do {
      var page = Desk.ok(moderator.get(Desk.CASES + "?limit=" + limit + cursor));
      page.get("items").forEach(one -> ids.add(one.get("id").asLong()));
      cursor =
          page.get("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asString();
    } while (!cursor.isEmpty());
    return ids;
  }

  private List<Long> lines(String where) {
    return jdbc.sql("SELECT id FROM moderation_actions WHERE " + where)
        .query((row, _) -> row.getLong("id"))
        .list();
  }
}
