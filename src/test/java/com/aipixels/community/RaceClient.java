package com.aipixels.community;

import com.aipixels.Caller;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A member in a race, over HTTP.
final class RaceClient {

  private final Caller member;
  private final RaceStage stage;
  private final List<String> members;
  private final Random random;
  private int said;

  RaceClient(Caller member, RaceStage stage, List<String> members, int seed) {
    this.member = member;
    this.stage = stage;
    this.members = members;
    this.random = new Random(seed);
  }

  /// Does something and tells what, and the status of the answer.
  String act() {
    int dice = random.nextInt(1000);
    if (dice < 220) {
      return told("like", member.put(picture() + "/like"));
    } else if (dice < 400) {
      return told("unlike", member.delete(picture() + "/like"));
    } else if (dice < 530) {
      return told("like comment", member.put(comment() + "/like"));
    } else if (dice < 640) {
      return told("unlike comment", member.delete(comment() + "/like"));
    } else if (dice < 750) {
      return say();
    } else if (dice < 800) {
      return told("remove", (random.nextInt(4) == 0 ? stage.maker() : member).delete(mine()));
    } else if (dice < 820) {
      return told("correct", member.patch(mine(), Map.of("content", "고친 말")));
    } else if (dice < 900) {
      return told("follow", member.put(somebody() + "/follow"));
    } else if (dice < 960) {
      return told("unfollow", member.delete(somebody() + "/follow"));
    } else if (dice < 970) {
      return told("block", member.put(somebody() + "/block"));
    } else if (dice < 980) {
      return told("unblock", member.delete(somebody() + "/block"));
    } else if (dice < 984) {
      return told("delete picture", stage.maker().delete(replaced()));
    } else if (dice < 992) {
      return told("hide", stage.maker().patch(picture(), Map.of("visibility", "private")));
    }
    return told("publish", stage.maker().patch(picture(), Map.of("visibility", "public")));
  }

  private String say() {
    var picture = picture();
    var words = new HashMap<String, Object>(Map.of("content", "말"));
    if (random.nextBoolean()) {
      var answered = stage.comment(random);
      picture = answered.picture();
      words.put("parentCommentId", answered.comment());
    }
    var answer = member.post(picture + "/comments", words);
    if (answer.statusCode() == 201) {
      said = Caller.json(answer).get("id").asInt();
      stage.say(random, new RaceStage.Said(picture, said));
    }
    return told("say", answer);
  }

  private String replaced() {
    return "/api/v1/images/" + stage.replace(random);
  }

  private String picture() {
    return "/api/v1/images/" + stage.picture(random);
  }

  private String comment() {
    return "/api/v1/comments/" + stage.comment(random).comment();
  }

  private String mine() {
    return random.nextInt(4) == 0 ? comment() : "/api/v1/comments/" + said;
  }

  private String somebody() {
    return "/api/v1/users/" + members.get(random.nextInt(12));
  }

  private static String told(String what, HttpResponse<String> answer) {
    return what + " " + answer.statusCode();
  }
}
