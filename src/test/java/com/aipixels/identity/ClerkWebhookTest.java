package com.aipixels.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.webhooks.WebhookSignature;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Clerk's news over HTTP, signed as the stand-in signs them.
@HouseTest
class ClerkWebhookTest {

  @LocalServerPort int port;
  @Autowired WebhookSignature signature;
  @Autowired JdbcClient database;
  @Autowired Clock clock;

  @ParameterizedTest
  @ValueSource(strings = {"svix", "webhook"})
  void remembersTheNameOfWhoeverWasCreated(String family) {
    var answer = send(family, "msg_" + family, user("user.created", "user_" + family, "new", 5));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(nameOf("user_" + family)).isEqualTo("new");
  }

  @Test
  void anOlderChangeNeverOverwritesANewerOne() {
    send("msg_order2", user("user.updated", "user_order", "second", 2000));
    send("msg_order1", user("user.created", "user_order", "first", 1000));
    assertThat(nameOf("user_order")).isEqualTo("second");

    send("msg_order3", user("user.updated", "user_order", "third", 3000));
    assertThat(nameOf("user_order")).isEqualTo("third");
  }

  @Test
  void theSameDeliveryTakesEffectOnceHoweverManyComeAtATime() throws Exception {
    var answers = new ArrayList<Future<HttpResponse<String>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var copy = 0; copy < 8; copy++) {
        var name = "copy" + copy;
        answers.add(
            threads.submit(() -> send("msg_same", user("user.updated", "user_same", name, 1000))));
      }
    }
    for (var answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(204);
    }
    var shown = nameOf("user_same");

    send("msg_same", user("user.updated", "user_same", "later", 2000));

    assertThat(nameOf("user_same")).isEqualTo(shown).startsWith("copy");
  }

  @Test
  void whoeverLeftStaysAway() {
    var member = Caller.signedIn(port, "leaving-for-good");
    send("msg_gone1", user("user.updated", member.userId(), "leaver", 1000));
    assertThat(send("msg_gone2", deleted(member.userId())).statusCode()).isEqualTo(204);

    send("msg_gone3", user("user.updated", member.userId(), "back", 3000));
    for (var again = 0; again < 4; again++) {
      assertThat(send("msg_gone2", deleted(member.userId())).statusCode()).isEqualTo(204);
    }

    assertThat(member.get("/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(member.get("/api/v1/images").statusCode()).isEqualTo(401);
    assertThat(peopleNamed("back")).isZero();
  }

  @Test
  void theCookieOfWhoeverLeftMakesAGuest() {
    var answer =
        Caller.json(
            Caller.guest(port).post("/local-clerk/sign-in", "{\"username\": \"cookie-leaver\"}"));
    send("msg_cookie", deleted(answer.get("userId").asString()));

    var cookie = "__session=" + answer.get("token").asString();

    assertThat(Caller.guest(port).get("/api/v1/images", "Cookie", cookie).statusCode())
        .isEqualTo(200);
    assertThat(Caller.guest(port).get("/api/v1/me", "Cookie", cookie).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"session.created\", \"data\": {\"id\": \"sess_1\"}}",
        "{\"type\": \"user.deleted\", \"data\": {\"id\": null, \"deleted\": true}}",
        "{\"type\": \"user.deleted\", \"data\": {\"deleted\": true}}",
        "{\"type\": \"user.created\"}",
        "{\"type\": 7}",
        "{}",
        "[]",
      })
  void whatIsNoneOfOursIsTakenAndForgotten(String event) {
    assertThat(send("msg_other", event).statusCode()).isEqualTo(204);
  }

  @Test
  void aForgedOneIsRefusedWithoutSayingWhy() {
    var event = deleted("user_victim");
    var forged =
        Caller.guest(port)
            .post(
                "/webhooks/clerk",
                event,
                "svix-id",
                "msg_forged",
                "svix-timestamp",
                now(),
                "svix-signature",
                "v1,Zm9yZ2Vk");
    var unsigned = Caller.guest(port).post("/webhooks/clerk", event);

    assertThat(forged.statusCode()).isEqualTo(400);
    assertThat(forged.body()).isEqualTo(unsigned.body());
    assertThat(departed("user_victim")).isFalse();
  }

  @Test
  void aSignedBodyThatIsNoJsonIsRefused() {
    assertThat(send("msg_nonsense", "{\"type\":").statusCode()).isEqualTo(400);
  }

  @Test
  void aBodyIsTakenUpTo256KiB() {
    var frame = "{\"type\": \"email.created\", \"data\": \"\"}";
    var longest = frame.replace("\"\"", "\"" + "x".repeat(256 * 1024 - frame.length()) + "\"");

    assertThat(send("msg_long", longest).statusCode()).isEqualTo(204);
    assertThat(send("msg_longer", longest + " ").statusCode()).isEqualTo(413);
  }

  @Test
  void keepsNoAddressOfAnybody() {
    var event =
        user("user.created", "user_private", "private", 1000)
            .replace(
                "\"object\": \"event\"",
                """
                "object": "event", "event_attributes": {"http_request":
                  {"client_ip": "198.51.100.77", "user_agent": "Canary/1.0"}}
                """);
    send("msg_private", event);

    var everything =
        database
            .sql(
                """
                SELECT d::text FROM webhook_deliveries d
                UNION ALL SELECT p::text FROM people p UNION ALL SELECT e::text FROM event_publication e
                """)
            .query(String.class)
            .list()
            .stream()
            .collect(Collectors.joining("\n"));
    assertThat(everything)
        .contains("user_private")
        .doesNotContain("198.51.100.77", "Canary", "@example.com");
  }

  private HttpResponse<String> send(String id, String event) {
    return send("svix", id, event);
  }

  private HttpResponse<String> send(String family, String id, String event) {
    var body = event.getBytes(StandardCharsets.UTF_8);
    return Caller.send(
        Caller.guest(port)
            .request(
                "/webhooks/clerk",
                family + "-id",
                id,
                family + "-timestamp",
                now(),
                family + "-signature",
                signature.sign(id, now(), body))
            .POST(BodyPublishers.ofByteArray(body)),
        BodyHandlers.ofString());
  }

  private String now() {
    return Long.toString(clock.instant().getEpochSecond());
  }

  private static String user(String type, String id, String name, long updatedAt) {
    return """
    {"type": "%s", "object": "event", "data": {"id": "%s", "username": "%s", "updated_at": %d,
     "email_addresses": [{"email_address": "canary@example.com"}], "has_image": false}}
    """
        .formatted(type, id, name, updatedAt);
  }

  private static String deleted(String id) {
    return """
    {"type": "user.deleted", "data": {"object": "user", "id": "%s", "deleted": true}}
    """
        .formatted(id);
  }

  private String nameOf(String id) {
    return database
        .sql("SELECT display_name FROM people WHERE clerk_user_id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private long peopleNamed(String name) {
    return database
        .sql("SELECT count(*) FROM people WHERE display_name = :name")
        .param("name", name)
        .query(Long.class)
        .single();
  }

  private boolean departed(String id) {
    return database.sql("SELECT departed(:id)").param("id", id).query(Boolean.class).single();
  }
}
