package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Feeds, tags and views as callers meet them.
@HouseTest
class FeedCallsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  @Test
  void ranksWhatSomebodyLikedByHandWithinSeconds() {
    var first = picture("ranked", "순위");
    picture("ranked", "순위");
    database
        .sql("INSERT INTO likes (clerk_user_id, image_id) VALUES ('a_sql_client', :id)")
        .param("id", first)
        .update();
    await()
        .untilAsserted(() ->
            assertThat(items("/images?sort=popular&tag=순위").get(0).get("id").asInt())
                .isEqualTo(first));
    assertThat(items("/images?sort=trending&tag=순위").get(0).get("id").asInt()).isEqualTo(first);
    assertThat(items("/tags?q=수").toString()).contains("{\"tag\":\"순위\",\"imageCount\":2}");
    assertThat(items("/users/ranked/images")).hasSize(2);
    assertThat(items("/users/nobody/images")).isEmpty();
  }

  @Test
  void countsAViewWithinSeconds() {
    var path = "/api/v1/images/" + picture("viewed", "봄");
    var guest = Caller.guest(port);
    assertThat(guest.post(path + "/view", "").statusCode()).isEqualTo(204);
    assertThat(guest.post(path + "/view", "").statusCode()).isEqualTo(204);
    assertThat(Caller.signedIn(port, "looker").post(path + "/view", "").statusCode())
        .isEqualTo(204);
    await()
        .untilAsserted(
            () -> assertThat(Caller.json(guest.get(path)).get("viewCount").asInt()).isEqualTo(2));
    assertThat(guest.post("/api/v1/images/999999/view", "").statusCode()).isEqualTo(404);
  }

  @Test
  void showsWhomOneFollowsToMembersOnly() {
    assertThat(Caller.guest(port).get("/api/v1/images?feed=following").statusCode()).isEqualTo(401);
    assertThat(Caller.signedIn(port, "hermit").get("/api/v1/images?feed=following").statusCode())
        .isEqualTo(200);
  }

  @Test
  void namesWhatIsWrongWithAQuestion() {
    for (var bad :
        Map.of(
                "tags?limit=0",
                "limit",
                "tags?q=%00",
                "q",
                "images?tag=%00",
                "tag",
                "images?feed=x",
                "feed")
            .entrySet()) {
      var answer = Caller.guest(port).get("/api/v1/" + bad.getKey());
      assertThat(answer.statusCode()).as(bad.getKey()).isEqualTo(400);
      assertThat(answer.body()).contains("\"field\":\"" + bad.getValue() + "\"");
    }
  }

  private int picture(String owner, String tag) {
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility, tags)
            VALUES (:owner, 'https://example.org/f', 'p', 'public', ARRAY[:tag])
            RETURNING id
            """)
        .param("owner", owner)
        .param("tag", tag)
        .query(Integer.class)
        .single();
  }

  private JsonNode items(String path) {
    return Caller.json(Caller.guest(port).get("/api/v1" + path)).get("items");
  }
}
