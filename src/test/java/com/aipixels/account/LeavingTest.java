package com.aipixels.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A member leaves, is not there for anybody, and returns, or does not.
@HouseTest
class LeavingTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  @Autowired GraceEnd graceEnd;

  private Caller reader;

  @BeforeEach
  void reader() {
    reader = Caller.signedIn(port, "leavingreader");
  }

  @Test
  void nobodySeesAnythingOfWhoIsLeaving() {
    var member = Caller.signedIn(port, "leavinghidden");
    var friend = Caller.signedIn(port, "leavingfriend");
    var shown = hang(member, "public");
    hang(member, "private");
    var theirs = hang(friend, "public");
    var said =
        Caller.json(member.post(address(theirs) + "/comments", Map.of("content", "leavingwords")))
            .get("id")
            .asInt();
    member.put(user(friend) + "/follow");
    friend.put(user(member) + "/follow");
    Caller.signedIn(port, "leavingblocker").put(user(member) + "/block");
    assertThat(reader.get(user(member)).body()).contains("leavinghidden");
    assertThat(counts(friend)).containsExactly(1, 1);

    var answer = member.delete("/api/v1/me");

    assertThat(answer.statusCode()).isEqualTo(202);
    var end = Instant.parse(Caller.json(answer).get("leavesAt").asString());
    assertThat(end)
        .isBetween(
            Instant.now().plus(Duration.ofDays(14)).minusSeconds(60),
            Instant.now().plus(Duration.ofDays(14)));
    for (var path : List.of("", "/followers", "/following", "/images")) {
      assertThat(reader.get(user(member) + path).body())
          .as(path)
          .isEqualTo(reader.get("/api/v1/users/user_nobody" + path).body());
    }
    assertThat(reader.get(address(shown)).statusCode()).isEqualTo(404);
    assertThat(reader.put(user(member) + "/follow").statusCode()).isEqualTo(404);
    assertThat(friend.get(user(friend) + "/followers").body()).doesNotContain(member.userId());
    assertThat(friend.get(user(friend) + "/following").body()).doesNotContain(member.userId());
    assertThat(counts(friend)).containsExactly(0, 0);
    assertThat(Caller.signedIn(port, "leavingblocker").get("/api/v1/me/blocks").body())
        .doesNotContain(member.userId());
    assertThat(reader.get(address(theirs) + "/comments").body())
        .doesNotContain("leavingwords", "leavinghidden", member.userId());
    assertThat(reader.get("/api/v1/comments/" + said).body())
        .doesNotContain("leavingwords", "leavinghidden", member.userId());
  }

  @Test
  void whoIsLeavingMayOnlyTakeTheirThingsAndReturn() {
    var member = Caller.signedIn(port, "leavingrefused");
    var picture = hang(member, "public");
    member.delete("/api/v1/me");

    for (var call :
        List.of("/me/images", "/images", "/images/" + picture, "/generations", "/me/credits")) {
      var refused = member.get("/api/v1" + call);
      assertThat(refused.statusCode()).as(call).isEqualTo(403);
      assertThat(Caller.json(refused).get("code").asString()).isEqualTo("leaving");
    }
    assertThat(member.post("/api/v1/generations", Map.of("prompt", "sea")).statusCode())
        .isEqualTo(403);
    assertThat(member.delete(address(picture)).statusCode()).isEqualTo(403);
    assertThat(Caller.json(member.get("/api/v1/me")).get("leavesAt").isNull()).isFalse();
    assertThat(member.post("/api/v1/me/export", "").statusCode()).isEqualTo(202);
    assertThat(member.get("/api/v1/me/exports").statusCode()).isEqualTo(200);
    assertThat(Caller.guest(port).get("/api/v1/images").statusCode()).isEqualTo(200);
  }

  @Test
  void whoReturnsFindsEverythingAsItWas() {
    var member = Caller.signedIn(port, "leavingreturns");
    var shown = hang(member, "public");
    var hidden = hang(member, "private");
    var before = reader.get(address(shown)).body();
    var theirs = hang(reader, "public");
    member.post(address(theirs) + "/comments", Map.of("content", "again"));
    member.put(user(reader) + "/follow");
    var first = Caller.json(member.delete("/api/v1/me")).get("leavesAt");
    assertThat(Caller.json(member.delete("/api/v1/me")).get("leavesAt"))
        .as("no longer time for whoever says it twice")
        .isEqualTo(first);

    assertThat(member.post("/api/v1/me/return", "").statusCode()).isEqualTo(204);

    assertThat(reader.get(address(shown)).body()).isEqualTo(before);
    assertThat(reader.get(address(hidden)).statusCode()).isEqualTo(404);
    assertThat(member.get(address(hidden)).statusCode()).isEqualTo(200);
    assertThat(reader.get(address(theirs) + "/comments").body()).contains("again");
    assertThat(reader.get(user(reader) + "/followers").body()).contains("leavingreturns");
    assertThat(Caller.json(member.get("/api/v1/me")).get("leavesAt").isNull()).isTrue();
    assertThat(rows("leaving_members", member)).isZero();
    assertThat(member.post("/api/v1/me/return", "").statusCode()).isEqualTo(204);
  }

  @Test
  void openRequestsAreCancelledAndPaidBack() {
    var member = Caller.signedIn(port, "leavingasks");
    for (var request = 0; request < 5; request++) {
      member.ask(Map.of("prompt", "바다 " + request));
    }

    member.delete("/api/v1/me");
    member.post("/api/v1/me/return", "");

    var requests = Caller.json(member.get("/api/v1/generations")).get("items");
    assertThat(requests.valueStream().map(one -> one.get("status").asString()))
        .contains("cancelled")
        .doesNotContain("queued", "running");
    var made = Caller.json(member.get("/api/v1/me/images")).get("items").size();
    assertThat(Caller.json(member.get("/api/v1/me/credits")).get("credits").asInt())
        .isEqualTo(10 - made);
  }

  @Test
  void whoDoesNotReturnInTimeIsErased() {
    var member = Caller.signedIn(port, "leavingends");
    hang(member, "public");
    member.delete("/api/v1/me");
    graceEnd.look();
    assertThat(member.get("/api/v1/me").statusCode()).isEqualTo(200);

    database
        .sql("UPDATE leaving_members SET leaves_at = now() WHERE clerk_user_id = :member")
        .param("member", member.userId())
        .update();
    graceEnd.look();

    assertThat(member.get("/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(rows("erasures", member)).isEqualTo(1);
    assertThat(rows("leaving_members", member)).isZero();
    await().until(() -> rows("images", member) == 0);
  }

  @Test
  void whoIsDeletedAtClerkInTheMeantimeIsErasedAtOnce() {
    var member = Caller.signedIn(port, "leavingclerk");
    hang(member, "public");
    member.delete("/api/v1/me");

    var deletion =
        Caller.guest(port)
            .request("/local-clerk/v1/users/" + member.userId())
            .header("Authorization", "Bearer sk_test_local")
            .DELETE();
    Caller.send(deletion, BodyHandlers.ofString());

    await().until(() -> rows("erasures", member) == 1);
    await().until(() -> rows("images", member) == 0 && rows("leaving_members", member) == 0);
  }

  private int hang(Caller owner, String visibility) {
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
            VALUES (:owner, 'wall', 'prompt', :visibility::visibility)
            RETURNING id
            """)
        .param("owner", owner.userId())
        .param("visibility", visibility)
        .query(Integer.class)
        .single();
  }

  private List<Integer> counts(Caller member) {
    JsonNode profile = Caller.json(reader.get(user(member)));
    return List.of(profile.get("followerCount").asInt(), profile.get("followingCount").asInt());
  }

  private int rows(String table, Caller member) {
    return database
        .sql("SELECT count(*) FROM %s WHERE clerk_user_id = :member".formatted(table))
        .param("member", member.userId())
        .query(Integer.class)
        .single();
  }

  private static String address(int picture) {
    return "/api/v1/images/" + picture;
  }

  private static String user(Caller member) {
    return "/api/v1/users/" + member.userId();
  }
}
