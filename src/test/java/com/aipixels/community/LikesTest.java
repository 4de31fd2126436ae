package com.aipixels.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class LikesTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Wall wall;
  private Caller maker;
  private Caller fan;
  private Caller other;

  @BeforeEach
  void meet() {
    wall = new Wall(jdbc);
    maker = Caller.signedIn(port, "likesmaker");
    fan = Caller.signedIn(port, "likesfan");
    other = Caller.signedIn(port, "likesother");
  }

  @Test
  void aPictureIsLikedOnceHoweverOftenOneSaysSo() {
    var picture = wall.hang(maker);

    assertThat(fan.put(picture + "/like").body()).isEqualTo("{\"isLiked\":true,\"likeCount\":1}");
    assertThat(fan.put(picture + "/like").body()).isEqualTo("{\"isLiked\":true,\"likeCount\":1}");
    assertThat(likes(other.put(picture + "/like"))).isEqualTo(2);
    assertThat(Caller.json(fan.get(picture)).get("isLiked").asBoolean()).isTrue();

    assertThat(fan.delete(picture + "/like").body())
        .isEqualTo("{\"isLiked\":false,\"likeCount\":1}");
    assertThat(fan.delete(picture + "/like").body())
        .isEqualTo("{\"isLiked\":false,\"likeCount\":1}");
    assertThat(Caller.json(fan.get(picture)).get("likeCount").asInt()).isEqualTo(1);
  }

  @Test
  void aCommentIsLikedOnceHoweverOftenOneSaysSo() {
    var picture = wall.hang(maker);
    var comment = Wall.address(Wall.say(maker, picture, "첫 댓글"));

    assertThat(likes(fan.put(comment + "/like"))).isEqualTo(1);
    assertThat(likes(fan.put(comment + "/like"))).isEqualTo(1);
    assertThat(Caller.json(fan.get(comment)).get("isLiked").asBoolean()).isTrue();
    assertThat(Caller.json(other.get(comment)).get("isLiked").asBoolean()).isFalse();
    assertThat(likes(fan.delete(comment + "/like"))).isZero();
    assertThat(likes(fan.delete(comment + "/like"))).isZero();
  }

  @Test
  void aGuestLikesNothing() {
    var picture = wall.hang(maker);

    assertThat(Caller.guest(port).put(picture + "/like").statusCode()).isEqualTo(401);
    assertThat(Caller.guest(port).delete(picture + "/like").statusCode()).isEqualTo(401);
  }

  @Test
  void aHiddenPictureIsAnsweredLikeOneThatNeverWas() {
    var hidden = wall.hide(maker);
    var comment = Wall.address(Wall.say(maker, hidden, "나만 보는 말"));

    sameAnswer(fan.put(hidden + "/like"), fan.put("/api/v1/images/2000000000/like"));
    sameAnswer(fan.delete(hidden + "/like"), fan.delete("/api/v1/images/2000000000/like"));
    sameAnswer(fan.put(comment + "/like"), fan.put("/api/v1/comments/2000000000/like"));
    sameAnswer(fan.delete(comment + "/like"), fan.delete("/api/v1/comments/2000000000/like"));
    assertThat(likes(maker.put(hidden + "/like"))).isEqualTo(1);
    assertThat(wall.wrongCounters()).isZero();
  }

  @Test
  void aBlockKeepsLikesApart() {
    var blocked = Caller.signedIn(port, "likesblocked");
    var picture = wall.hang(maker);
    var blockedsPicture = wall.hang(blocked);
    var othersPicture = wall.hang(other);
    var comment = Wall.address(Wall.say(maker, othersPicture, "누가 좋아할까"));
    blocked.put(picture + "/like");
    blocked.put(othersPicture + "/like");
    blocked.put(comment + "/like");

    Wall.block(maker, blocked);

    sameAnswer(blocked.put(picture + "/like"), blocked.put("/api/v1/images/2000000000/like"));
    assertThat(maker.put(blockedsPicture + "/like").statusCode()).isEqualTo(404);
    assertThat(blocked.put(comment + "/like").statusCode()).isEqualTo(404);
    assertThat(likes(maker.put(othersPicture + "/like"))).isEqualTo(1);
    assertThat(likes(fan.put(othersPicture + "/like"))).isEqualTo(3);
    assertThat(likes(maker.put(comment + "/like"))).isEqualTo(1);
    assertThat(likes(fan.put(comment + "/like"))).isEqualTo(3);
  }

  private static void sameAnswer(HttpResponse<String> hidden, HttpResponse<String> missing) {
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(missing.body());
  }

  private static int likes(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return Caller.json(answer).get("likeCount").asInt();
  }
}
