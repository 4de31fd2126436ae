package com.aipixels.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A picture that was just hidden is gone from wherever it was seen, for whoever has seen it.
@HouseTest
class HiddenEverywhereTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Test
  void aHiddenPictureIsGoneFromEveryPathAtOnce() {
    var desk = new Desk(port, jdbc);
    var judge = desk.moderator("hiding-judge");
    var maker = Caller.signedIn(port, "hiding-maker");
    var reader = Caller.signedIn(port, "hiding-reader");
    var id = painted(maker);
    var picture = "/api/v1/images/" + id;
    var card = Caller.json(reader.get(picture));
    reader.put("/api/v1/users/" + maker.userId() + "/follow");
    var comment =
        Desk.ok(reader.post(picture + "/comments", Map.of("content", "멋져요"))).get("id").asInt();
    var lists =
        List.of(
            "/api/v1/images?limit=100",
            "/api/v1/images?tag=숨김시험",
            "/api/v1/images?category=animal&limit=100",
            "/api/v1/images?sort=popular&tag=숨김시험",
            "/api/v1/images?sort=trending&tag=숨김시험",
            "/api/v1/images?feed=following",
            "/api/v1/images?q=숨김시험",
            "/api/v1/tags?q=숨김시험",
            "/api/v1/users/" + maker.userId() + "/images",
            "/?tag=숨김시험",
            "/search?q=숨김시험",
            "/users/" + maker.userId());
    var file = card.get("fileUrl").asString();
    var thumbnail = card.get("thumbnailUrl").asString();
    var things =
        List.of(
            picture,
            picture + "/comments",
            picture + "/download",
            picture + "/versions",
            "/images/" + id + "/versions",
            "/api/v1/comments/" + comment,
            "/api/v1/comments/" + comment + "/replies",
            "/images/" + id,
            "/comments/" + comment,
            file,
            thumbnail,
            thumbnail.replace(".640.", ".320."));
    await().untilAsserted(() -> assertThat(lists).allMatch(list -> shows(reader, list, file)));
    Map<String, String> tags = new HashMap<>();
    for (var thing : things) {
      var answer = reader.bytes(encoded(thing));
      assertThat(answer.statusCode()).as(thing).isEqualTo(200);
      answer.headers().firstValue("ETag").ifPresent(tag -> tags.put(thing, tag));
    }
    assertThat(tags).containsKeys(picture, file, thumbnail);

    desk.decided(reader, judge, "image", id, "hide");

    assertThat(seen(reader, lists, things, tags, file)).isEmpty();
    assertThat(seen(Caller.guest(port), lists, things, tags, file)).isEmpty();
    assertThat(reader.put(picture + "/like").statusCode()).isEqualTo(404);
    assertThat(reader.bytes(file, "Range", "bytes=0-9").statusCode()).isEqualTo(404);
    assertThat(reader.post(picture + "/view", "").statusCode()).isEqualTo(404);
    assertThat(maker.bytes(file).statusCode()).isEqualTo(200);
    assertThat(maker.get(picture).statusCode()).isEqualTo(200);
    assertThat(judge.bytes(file).statusCode()).as("not even to moderators").isEqualTo(404);
    var look = Desk.CASES + "/" + desk.caseOf("image", id) + "/file";
    var evidence = judge.bytes(look);
    assertThat(evidence.statusCode()).isEqualTo(200);
    assertThat(evidence.body()).isEqualTo(maker.bytes(file).body());
    assertThat(evidence.headers().firstValue("Cache-Control")).hasValue("private, no-store");
    assertThat(judge.bytes(look, "Range", "bytes=0-9").body()).hasSize(10);
    assertThat(reader.bytes(look).statusCode()).isEqualTo(404);
  }

  @Test
  void cachesThatManyShareAskAgainAfterASecond() {
    var maker = Caller.signedIn(port, "cached-maker");
    var reader = Caller.signedIn(port, "cached-reader");
    var id = painted(maker);
    var file = Caller.json(maker.get("/api/v1/images/" + id)).get("fileUrl").asString();

    var answer = reader.bytes(file);

    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValue("public, s-maxage=1, max-age=31536000, immutable");
    var again = reader.bytes(file, "If-None-Match", answer.headers().firstValue("ETag").get());
    assertThat(again.statusCode()).isEqualTo(304);
    maker.patch("/api/v1/images/" + id, Map.of("visibility", "private"));
    assertThat(maker.bytes(file).headers().firstValue("Cache-Control"))
        .hasValue("private, max-age=31536000, immutable");
  }

  /// Where the picture is still seen, also by whoever asks whether what they have is still good.
  private static List<String> seen(
      Caller who, List<String> lists, List<String> things, Map<String, String> tags, String file) {
    var seen = new ArrayList<String>();
    lists.stream().filter(list -> shows(who, list, file)).forEach(seen::add);
    for (var thing : things) {
      if (who.bytes(encoded(thing)).statusCode() != 404) {
        seen.add(thing);
      }
      var tag = tags.get(thing);
      if (tag != null && who.bytes(encoded(thing), "If-None-Match", tag).statusCode() != 404) {
        seen.add(thing + " if not " + tag);
      }
    }
    return seen;
  }

  private static boolean shows(Caller who, String list, String file) {
    var body = who.get(encoded(list), "Accept-Language", "ko").body();
    return list.contains("/tags")
        ? body.contains("\"tag\":\"숨김시험\"")
        : body.contains(file) || body.contains(file.replace(".png", ""));
  }

  private static String encoded(String path) {
    return path.replace("숨김시험", "%EC%88%A8%EA%B9%80%EC%8B%9C%ED%97%98");
  }

  private static int painted(Caller maker) {
    var generation =
        maker.ask(
            Map.of(
                "prompt", "숨김시험 고양이",
                "imageSize", "small",
                "category", "animal",
                "visibility", "public",
                "tags", List.of("숨김시험")));
    return maker.ended(generation).get("imageId").asInt();
  }
}
