package com.aipixels.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A suspended member reads, and does nothing else but what is theirs by right.
class SuspensionTest extends AtTheDesk {

  @Test
  void whoeverIsSuspendedReadsAndIsToldUntilWhenAndWhy() {
    var picture = "/api/v1/images/" + desk.hang(reader);
    var own = desk.hang(maker);
    suspend(3);

    var refused = maker.put(picture + "/like");

    assertThat(Desk.code(refused)).isEqualTo("403 suspended");
    assertThat(refused.body()).contains("Suspended until 20").contains("운영 원칙 위반");
    assertThat(Desk.code(maker.post(picture + "/comments", Map.of("content", "x"))))
        .isEqualTo("403 suspended");
    assertThat(Desk.code(maker.post("/api/v1/generations", Map.of("prompt", "바다"))))
        .isEqualTo("403 suspended");
    assertThat(Desk.code(maker.post("/api/v1/images/999999999/view", "")))
        .as("the same for what never was")
        .isEqualTo("403 suspended");
    assertThat(maker.get(picture).statusCode()).isEqualTo(200);
    assertThat(maker.get("/api/v1/me").statusCode()).isEqualTo(200);
    assertThat(reader.put("/api/v1/images/" + own + "/like").statusCode()).isEqualTo(200);

    var page = form("/create", "prompt=sea");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("이용이 정지되어 있어요", "운영 원칙 위반", "/me/decisions");
  }

  @Test
  void noFormIsAWayAround() {
    var picture = "/images/" + desk.hang(reader);
    var own = said(maker, picture, "처음");
    var others = said(reader, picture, "남의 말");
    suspend(3);

    var words = "content=%EB%98%90&key=suspended";
    assertThat(
            List.of(
                form(picture + "/comments", words),
                form("/comments/" + others, words),
                form("/comments/" + own + "/edit", words),
                form("/comments/" + others + "/like", ""),
                form(picture + "/like", ""),
                form("/users/" + reader.userId() + "/follow", "")))
        .extracting(HttpResponse::statusCode)
        .containsOnly(403);
    assertThat(
            jdbc.sql("SELECT content FROM comments WHERE clerk_user_id = :member")
                .param("member", maker.userId())
                .query(String.class)
                .list())
        .containsExactly("처음");

    assertThat(form("/comments/" + own + "/delete", "").statusCode()).isEqualTo(303);
  }

  @Test
  void whatIsTheirsByRightTheyMayStillDo() {
    var own = desk.hang(maker);
    var action = suspend(3);

    assertThat(maker.put("/api/v1/users/" + reader.userId() + "/block").statusCode())
        .isEqualTo(200);
    assertThat(maker.delete("/api/v1/users/" + reader.userId() + "/block").statusCode())
        .isEqualTo(200);
    assertThat(Desk.appeal(maker, action).statusCode()).isEqualTo(201);
    assertThat(maker.delete("/api/v1/images/" + own).statusCode()).isEqualTo(204);
    assertThat(maker.delete("/api/v1/me").statusCode()).isEqualTo(202);
  }

  @Test
  void aSuspensionEndsByTheClockOfTheDatabase() {
    var picture = "/api/v1/images/" + desk.hang(reader);
    var action = suspend(1);
    assertThat(maker.put(picture + "/like").statusCode()).isEqualTo(403);
    assertThat(hoursLeft(action)).isBetween(23.9, 24.0);

    jdbc.sql("UPDATE suspensions SET ends_at = clock_timestamp() WHERE action_id = :id")
        .param("id", action)
        .update();

    assertThat(maker.put(picture + "/like").statusCode()).isEqualTo(200);
  }

  @Test
  void anAppealThatIsRightLiftsItAndShowsThePictureAgain() {
    var own = desk.hang(maker);
    var action = desk.decided(reader, judge, "image", own, "suspend", 7).get("id").asLong();
    assertThat(reader.get("/api/v1/images/" + own).statusCode()).isEqualTo(404);
    var appeal = Desk.ok(Desk.appeal(maker, action)).get("id").asLong();

    Desk.ok(Desk.answer(colleague, appeal, "reverse"));

    assertThat(reader.get("/api/v1/images/" + own).statusCode()).isEqualTo(200);
    assertThat(maker.put("/api/v1/images/" + desk.hang(reader) + "/like").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPictureInTheMakingIsFinished() {
    var generation = maker.ask(Map.of("prompt", "바다", "imageSize", "small"));
    suspend(3);

    assertThat(maker.follow(generation)).contains("succeeded");
  }

  private HttpResponse<String> form(String path, String fields) {
    return Caller.send(
        maker
            .request(path, "Accept", "text/html", "Accept-Language", "ko")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields)),
        BodyHandlers.ofString());
  }

  private static int said(Caller writer, String picture, String words) {
    var answer = writer.post("/api/v1" + picture + "/comments", Map.of("content", words));
    return Desk.ok(answer).get("id").asInt();
  }

  private long suspend(int days) {
    HttpResponse<String> report = Desk.report(reader, "user", maker.userId(), "hate");
    assertThat(report.statusCode()).isEqualTo(201);
    var one = desk.caseOf("user", maker.userId());
    return Desk.ok(Desk.decide(judge, one, "suspend", days)).get("id").asLong();
  }

  private double hoursLeft(long action) {
    return jdbc.sql(
            """
            SELECT extract(epoch FROM ends_at - clock_timestamp()) / 3600 FROM suspensions WHERE action_id = :id
            """)
        .param("id", action)
        .query(Double.class)
        .single();
  }
}
