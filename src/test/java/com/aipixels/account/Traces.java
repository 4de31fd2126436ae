package com.aipixels.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.moderation.Desk;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What a member leaves wherever the service keeps anything of somebody.
record Traces(int port, JdbcClient database) {

  /// Something in every table that can hold something of a member, and what others made of it; the
  /// picture of somebody who stays, where the member was answered.
  int leave(Caller member) {
    var word = wordOf(member);
    var friend = Caller.signedIn(port, "friend");
    var theirs =
        picture(
            member.ended(
                member.ask(
                    Map.of("prompt", word, "visibility", "public", "tags", List.of(word, "바다")))));
    var hidden = picture(member.ended(member.ask(Map.of("prompt", word, "tags", List.of(word)))));
    var friends = hang(friend, theirs);

    friend.put(address(theirs) + "/like");
    member.put(address(friends) + "/like");
    friend.post(address(theirs) + "/view", Map.of());
    member.post(address(friends) + "/view", Map.of());
    var said = say(member, friends, word);
    say(friend, friends, "대답", said);
    var own = say(friend, friends, "내 그림");
    say(member, friends, word, own);
    say(member, theirs, word, say(friend, theirs, "남의 그림"));
    friend.put("/api/v1/comments/" + said + "/like");
    member.put("/api/v1/comments/" + own + "/like");

    collect(member, friends, word);
    collect(friend, theirs, "모음");

    friend.put(user(member) + "/follow");
    member.put(user(friend) + "/follow");
    member.put(user(Caller.signedIn(port, "annoying")) + "/block");
    Caller.signedIn(port, "annoyed").put(user(member) + "/block");
    var boring = Caller.signedIn(port, "boring");
    member.put(user(boring) + "/mute");
    boring.put(user(member) + "/mute");
    say(friend, friends, "@leaver @deleted-at-clerk");
    member.post("/api/v1/me/notifications/read", Map.of("upTo", 1));
    database
        .sql(
            """
            INSERT INTO missing_members (clerk_user_id, first_missed_at) VALUES (:member, clock_timestamp())
            """)
        .param("member", member.userId())
        .update();
    database
        .sql("INSERT INTO ai_notices (clerk_user_id, version) VALUES (:member, 1)")
        .param("member", member.userId())
        .update();
    database
        .sql(
            """
            INSERT INTO push_subscriptions (clerk_user_id, endpoint, p256dh, auth, language)
            SELECT :member, 'https://push.example/' || :member || n, 'key', 'secret', 'ko'
            FROM generate_series(1, 3) n
            """)
        .param("member", member.userId())
        .update();
    takeAlong(member, theirs);
    await().until(() -> rows("people", member) == 1);
    await()
        .until(() ->
            rows("notifications", member) > 0
                && strings(
                            "SELECT actor_clerk_user_id FROM notification_actors WHERE actor_clerk_user_id = '%s'"
                                .formatted(member.userId()))
                        .size()
                    > 0);
    await()
        .untilAsserted(() ->
            assertThat(
                    strings(
                        "SELECT image_id FROM image_search WHERE document <> '' AND image_id = "
                            + theirs))
                .hasSize(1));
    moderate(member, friend, List.of(theirs, hidden, friends));
    return friends;
  }

  /// The member is reported and reports, is suspended, blocked and decided about, and appeals.
  private void moderate(Caller member, Caller friend, List<Integer> pictures) {
    var judge = Desk.moderator(port, "erasing-judge");
    report(friend, "image", pictures.getFirst(), wordOf(member));
    report(friend, "user", member.userId(), wordOf(member));
    report(member, "image", pictures.getLast(), wordOf(member));
    var claim =
        Map.of("imageId", pictures.get(1), "days", 1, "claimant", wordOf(member), "note", "저작권");
    var block = judge.post("/api/v1/moderation/rights-blocks", claim);
    assertThat(block.statusCode()).as(block.body()).isEqualTo(201);
    var appeal =
        member.post(
            "/api/v1/moderation/actions/" + Caller.json(block).get("id").asLong() + "/appeal",
            Map.of("text", wordOf(member)),
            "Idempotency-Key",
            "appeal");
    assertThat(appeal.statusCode()).as(appeal.body()).isEqualTo(201);
    decide(judge, member.userId(), Map.of("action", "suspend", "days", 1, "note", "무례함"));
  }

  private void report(Caller who, String type, Object id, String details) {
    var answer =
        who.post(
            "/api/v1/reports",
            Map.of("targetType", type, "targetId", id, "reason", "other", "details", details),
            "Idempotency-Key",
            "about-" + type + Integer.toHexString(details.hashCode()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private void decide(Caller judge, String target, Map<String, ?> decision) {
    var one = strings("SELECT id FROM report_cases WHERE target_id = '" + target + "'").getFirst();
    var answer = judge.post("/api/v1/moderation/reports/" + one + "/decision", decision);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /// An export, an import, and a picture that was brought.
  private void takeAlong(Caller member, int picture) {
    member.post("/api/v1/me/export", "");
    var bringing = member.request("/api/v1/me/import").POST(BodyPublishers.ofString("no zip"));
    bringing.setHeader("Content-Type", "application/zip");
    assertThat(Caller.send(bringing, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
    database
        .sql(
            """
            INSERT INTO image_origins (image_id, clerk_user_id, origin, origin_id, sha256)
            VALUES (:picture, :member, gen_random_uuid(), 1, '')
            """)
        .param("picture", picture)
        .param("member", member.userId())
        .update();
  }

  /// A word that only this member uses.
  static String wordOf(Caller member) {
    return "w" + Integer.toUnsignedString(member.userId().hashCode(), 36);
  }

  private static String user(Caller member) {
    return "/api/v1/users/" + member.userId();
  }

  private static String address(int picture) {
    return "/api/v1/images/" + picture;
  }

  private static int picture(JsonNode generation) {
    return generation.get("imageId").asInt();
  }

  private static int say(Caller writer, int picture, String content) {
    return said(
        writer.post(
            address(picture) + "/comments",
            Map.of("content", content),
            "Idempotency-Key",
            content.hashCode() + "-" + picture));
  }

  private static int say(Caller writer, int picture, String content, int answered) {
    return said(
        writer.post(
            address(picture) + "/comments",
            Map.of("content", content, "parentCommentId", answered)));
  }

  private static void collect(Caller owner, int picture, String name) {
    var begun = Caller.json(owner.post("/api/v1/me/collections", Map.of("name", name)));
    owner.put("/api/v1/collections/" + begun.get("id").asInt() + "/images/" + picture);
  }

  private static int said(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Caller.json(answer).get("id").asInt();
  }

  /// A public picture made from another.
  private int hang(Caller owner, int source) {
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility, tags, source_image_id)
            VALUES (:owner, 'wall', 'prompt', 'public', '{바다}', :source)
            RETURNING id
            """)
        .param("owner", owner.userId())
        .param("source", source)
        .query(Integer.class)
        .single();
  }

  private List<String> strings(String sql) {
    return database.sql(sql).query((row, _) -> row.getString(1)).list();
  }

  private long rows(String table, Caller member) {
    return database
        .sql("SELECT count(*) FROM %s WHERE clerk_user_id = :member".formatted(table))
        .param("member", member.userId())
        .query(Long.class)
        .single();
  }
}
