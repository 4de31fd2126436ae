package com.aipixels.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Members who hang pictures, and what their inboxes say.
final class Neighbourhood {

  private final int port;
  private final JdbcClient database;

  Neighbourhood(int port, JdbcClient database) {
    this.port = port;
    this.database = database;
  }

  Caller member(String name) {
    return Caller.signedIn(port, name);
  }

  int hang(Caller owner) {
    return hang(owner, "public", null);
  }

  int hang(Caller owner, String visibility, @Nullable Integer source) {
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility, source_image_id)
            VALUES (:owner, 'wall', 'prompt', :visibility::visibility, :source::integer)
            RETURNING id
            """)
        .param("owner", owner.userId())
        .param("visibility", visibility)
        .param("source", source)
        .query(Integer.class)
        .single();
  }

  void run(String sql, Object... parameters) {
    database.sql(sql).params(parameters).update();
  }

  /// Waits until everything that was noted is in the inboxes: causes are taken out and inboxes
  /// changed in one transaction, by whoever holds the one lock.
  void settle() {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(10))
        .until(() ->
            database.sql("SELECT count(*) FROM notice_causes").query(Integer.class).single() == 0);
  }

  List<JsonNode> inbox(Caller reader) {
    settle();
    var answer = reader.get("/api/v1/me/notifications");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var items = new ArrayList<JsonNode>();
    Caller.json(answer).get("items").forEach(items::add);
    return items;
  }

  /// Each line as `kind actors count`, the newest first, with a star where it is unread.
  List<String> lines(Caller reader) {
    return inbox(reader).stream()
        .map(line ->
            line.get("kind").asString()
                + " "
                + line.get("actorCount").asInt()
                + (line.get("read").asBoolean() ? "" : "*"))
        .toList();
  }

  int unread(Caller reader) {
    settle();
    return Caller.json(reader.get("/api/v1/me")).get("unreadNotifications").asInt();
  }

  void readAll(Caller reader) {
    var newest = inbox(reader).getFirst().get("position").asLong();
    var answer = reader.post("/api/v1/me/notifications/read", Map.of("upTo", newest));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Caller.json(answer).get("unreadNotifications").asInt()).isZero();
  }

  static String image(int id) {
    return "/api/v1/images/" + id;
  }

  static String user(Caller member) {
    return "/api/v1/users/" + member.userId();
  }

  static int say(Caller writer, int picture, String content, @Nullable Integer parent) {
    var body =
        parent == null
            ? Map.of("content", content)
            : Map.of("content", content, "parentCommentId", parent);
    var answer = writer.post(image(picture) + "/comments", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Caller.json(answer).get("id").asInt();
  }
}
