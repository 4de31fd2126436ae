package com.aipixels.browser;

import com.aipixels.Caller;
import com.aipixels.moderation.Desk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A house with two members' pictures and all that can happen to them, made over its API.
final class Scenery {

  private static final List<String> PROMPTS =
      List.of("노을 지는 바다 위의 작은 배", "비 오는 골목의 고양이", "눈 덮인 산과 소나무 숲", "벚꽃 흩날리는 봄날의 기차역");
  private static final List<String> RATIOS = List.of("16:9", "1:1", "3:4", "4:3");
  private static final List<String> STYLES =
      List.of("watercolor", "anime", "oil-painting", "3d-render");

  private final int port;
  final Caller maker;
  final Caller friend;
  final Caller moderator;
  private final Map<String, String> names = new HashMap<>();

  Scenery(int port) {
    this.port = port;
    maker = Caller.signedIn(port, "minji");
    friend = Caller.signedIn(port, "hana");
    moderator = Desk.moderator(port, "judge");
    hang();
    talk();
    judge();
    names.put("userId", maker.userId());
  }

  private void hang() {
    for (int n = 0; n < PROMPTS.size(); n++) {
      var prompt = PROMPTS.get(n);
      var ended =
          maker.ended(
              maker.ask(
                  Map.of(
                      "prompt",
                      prompt,
                      "title",
                      prompt,
                      "imageSize",
                      "small",
                      "aspectRatio",
                      RATIOS.get(n),
                      "style",
                      STYLES.get(n),
                      "category",
                      "landscape",
                      "tags",
                      List.of("바다", "노을"),
                      "visibility",
                      n == 3 ? "private" : "public")));
      names.put("image" + n, ended.get("imageId").asString());
      names.put("generation", ended.get("id").asString());
    }
    names.put("image", names.get("image0"));
    var remix =
        friend.ended(
            friend.ask(
                Map.of(
                    "prompt", "달밤의 바다 위의 작은 배",
                    "imageSize", "small",
                    "sourceImageId", Integer.valueOf(names.get("image")),
                    "visibility", "public")));
    names.put("remix", remix.get("imageId").asString());
  }

  private void talk() {
    ok(friend.put("/api/v1/images/" + names.get("image") + "/like"));
    ok(friend.put("/api/v1/users/" + maker.userId() + "/follow"));
    ok(maker.put("/api/v1/users/" + friend.userId() + "/follow"));
    ok(maker.put("/api/v1/users/" + moderator.userId() + "/block"));
    var comments = "/api/v1/images/" + names.get("image") + "/comments";
    var comment = ok(friend.post(comments, Map.of("content", "색이 정말 곱네요. @minji")));
    names.put("comment", comment.get("id").asString());
    ok(
        maker.post(
            comments,
            Map.of("content", "고맙습니다!", "parentCommentId", Integer.valueOf(id("comment")))));
    var mine = ok(maker.post(comments, Map.of("content", "물감이 마르기 전에 그렸어요.")));
    names.put("mine", mine.get("id").asString());
    var collection =
        ok(maker.post("/api/v1/me/collections", Map.of("name", "바다", "visibility", "public")));
    names.put("collection", collection.get("id").asString());
    ok(maker.put("/api/v1/collections/" + id("collection") + "/images/" + id("image")));
  }

  private void judge() {
    ok(
        maker.post(
            "/api/v1/reports",
            Map.of("targetType", "image", "targetId", id("remix"), "reason", "spam")));
    var queue = ok(moderator.get("/api/v1/moderation/reports"));
    names.put("case", queue.get("items").get(0).get("id").asString());
  }

  String id(String name) {
    return names.get(name);
  }

  /// A path whose places stand for things of this house, such as `/images/{image}`.
  String path(String pattern) {
    var path = pattern;
    for (var name : names.entrySet()) {
      path = path.replace("{" + name.getKey() + "}", name.getValue());
    }
    return path;
  }

  String token(String member) {
    var answer = Caller.guest(port).post("/local-clerk/sign-in", Map.of("username", member));
    return Caller.json(answer).get("token").asString();
  }

  private static JsonNode ok(java.net.http.HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return Caller.json(answer);
  }
}
