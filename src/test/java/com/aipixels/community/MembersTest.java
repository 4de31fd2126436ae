package com.aipixels.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class MembersTest {

  private static final String NOBODY = "/api/v1/users/user_nobodyeversaw";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Wall wall;

  @BeforeEach
  void hang() {
    wall = new Wall(jdbc);
  }

  @Test
  void aProfileCountsWhatEverybodyMaySee() {
    var maker = Caller.signedIn(port, "profilemaker");
    var fan = Caller.signedIn(port, "profilefan");
    var picture = wall.hang(maker);
    wall.hang(maker);
    wall.hide(maker);
    fan.put(user(maker) + "/follow");
    maker.put(user(fan) + "/follow");
    maker.patch(picture, Map.of("visibility", "private"));

    var seen = Caller.json(fan.get(user(maker)));

    assertThat(seen.get("userId").asString()).isEqualTo(maker.userId());
    assertThat(seen.get("username").asString()).isEqualTo("profilemaker");
    assertThat(seen.get("imageCount").asInt()).isEqualTo(1);
    assertThat(seen.get("followerCount").asInt()).isEqualTo(1);
    assertThat(seen.get("followingCount").asInt()).isEqualTo(1);
    assertThat(seen.get("isFollowing").asBoolean()).isTrue();
    assertThat(isFollowing(Caller.guest(port).get(user(maker)))).isFalse();
    assertThat(Caller.json(maker.get(user(maker))).get("imageCount").asInt()).isEqualTo(1);
  }

  @Test
  void aMemberIsFollowedOnceHoweverOftenOneSaysSo() {
    var star = Caller.signedIn(port, "followstar");
    var fan = Caller.signedIn(port, "followfan");
    var follow = user(star) + "/follow";

    assertThat(fan.put(follow).body()).isEqualTo("{\"isFollowing\":true,\"followerCount\":1}");
    assertThat(fan.put(follow).body()).isEqualTo("{\"isFollowing\":true,\"followerCount\":1}");
    assertThat(fan.delete(follow).body()).isEqualTo("{\"isFollowing\":false,\"followerCount\":0}");
    assertThat(fan.delete(follow).body()).isEqualTo("{\"isFollowing\":false,\"followerCount\":0}");
    assertThat(Caller.guest(port).put(follow).statusCode()).isEqualTo(401);
    assertThat(wall.wrongCounters()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/follow", "/block"})
  void nobodyDoesItToOneself(String tie) {
    var member = Caller.signedIn(port, "narcissus");

    for (var refused : List.of(member.put(user(member) + tie), member.delete(user(member) + tie))) {
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(Caller.json(refused).get("code").asString()).isEqualTo("oneself");
    }
  }

  @Test
  void somebodyNobodyEverSawIsNotThere() {
    var member = Caller.signedIn(port, "seeker");

    for (var path : List.of("", "/followers", "/following")) {
      assertThat(member.get(NOBODY + path).statusCode()).isEqualTo(404);
    }
    assertThat(member.put(NOBODY + "/follow").statusCode()).isEqualTo(404);
    assertThat(member.put(NOBODY + "/block").statusCode()).isEqualTo(404);
    assertThat(member.get("/api/v1/users/user_%00").statusCode()).isIn(400, 404);
    assertThat(member.get("/api/v1/users/" + "u".repeat(256)).statusCode()).isEqualTo(404);
  }

  @Test
  void somebodyWhomClerkDoesNotKnowIsThereAsLongAsTheirWorksAre() {
    wall.hang("user_gonefromclerk", "public");

    var seen = Caller.json(Caller.guest(port).get("/api/v1/users/user_gonefromclerk"));

    assertThat(seen.get("displayName").asString()).isEqualTo("User-lerk");
    assertThat(seen.get("imageCount").asInt()).isEqualTo(1);
  }

  @Test
  void whoeverLeftIsNotThereEvenWhileTheirWorksAre() {
    var leaver = Caller.signedIn(port, "membersleaver");
    var stayer = Caller.signedIn(port, "membersstayer");
    wall.hang(leaver);
    assertThat(stayer.get(user(leaver)).statusCode()).isEqualTo(200);

    leaver.delete("/api/v1/me?now=true");

    wall.hang(leaver);
    for (var path : List.of("", "/followers", "/following")) {
      assertThat(stayer.get(user(leaver) + path).body())
          .isEqualTo(stayer.get(NOBODY + path).body());
    }
    for (var tie : List.of("/follow", "/block")) {
      var refused = stayer.put(user(leaver) + tie);
      assertThat(refused.statusCode()).isEqualTo(404);
      assertThat(refused.body()).isEqualTo(stayer.put(NOBODY + tie).body());
    }
  }

  @Test
  void followsAreListedNewestFirst() {
    var star = Caller.signedIn(port, "liststar");
    var fans =
        List.of("listfan1", "listfan2", "listfan3").stream()
            .map(name -> Caller.signedIn(port, name))
            .toList();
    fans.forEach(fan -> fan.put(user(star) + "/follow"));
    star.put(user(fans.get(1)) + "/follow");

    var first = Caller.json(star.get(user(star) + "/followers?limit=2"));
    assertThat(first.get("items").valueStream().map(p -> p.get("username").asString()))
        .containsExactly("listfan3", "listfan2");
    assertThat(first.get("items").valueStream().map(p -> p.get("isFollowing").asBoolean()))
        .containsExactly(false, true);
    var cursor = first.get("nextCursor").asString();
    assertThat(names(star.get(user(star) + "/followers?limit=2&cursor=" + cursor)))
        .containsExactly("listfan1");
    assertThat(names(Caller.guest(port).get(user(star) + "/following")))
        .containsExactly("listfan2");
    assertThat(star.get(user(star) + "/following?cursor=" + cursor).statusCode()).isEqualTo(400);
  }

  @Test
  void twoWhomABlockKeepsApartDoNotExistForEachOther() {
    var blocker = Caller.signedIn(port, "blocker");
    var blocked = Caller.signedIn(port, "blocked");
    var third = Caller.signedIn(port, "blockthird");
    blocker.put(user(blocked) + "/follow");
    blocked.put(user(blocker) + "/follow");
    blocked.put(user(third) + "/follow");
    third.put(user(blocked) + "/follow");

    assertThat(blocker.put(user(blocked) + "/block").body()).isEqualTo("{\"isBlocked\":true}");
    assertThat(blocker.put(user(blocked) + "/block").statusCode()).isEqualTo(200);

    for (var pair : List.of(List.of(blocker, blocked), List.of(blocked, blocker))) {
      var one = pair.get(0);
      var other = user(pair.get(1));
      for (var path : List.of("", "/followers", "/following")) {
        assertThat(one.get(other + path).statusCode()).isEqualTo(404);
        assertThat(one.get(other + path).body()).isEqualTo(one.get(NOBODY + path).body());
      }
      assertThat(one.put(other + "/follow").body()).isEqualTo(one.put(NOBODY + "/follow").body());
    }
    assertThat(names(third.get(user(third) + "/followers"))).containsExactly("blocked");
    assertThat(names(blocker.get(user(third) + "/followers"))).isEmpty();
    assertThat(names(blocker.get(user(third) + "/following"))).isEmpty();
    var seen = Caller.json(blocker.get(user(third)));
    assertThat(seen.get("followerCount").asInt()).isZero();
    assertThat(seen.get("followingCount").asInt()).isZero();
    assertThat(Caller.json(third.get(user(third))).get("followerCount").asInt()).isEqualTo(1);

    assertThat(names(blocker.get("/api/v1/me/blocks"))).containsExactly("blocked");
    assertThat(names(blocked.get("/api/v1/me/blocks"))).isEmpty();
    assertThat(blocker.delete(user(blocked) + "/block").body()).isEqualTo("{\"isBlocked\":false}");
    assertThat(blocker.delete(user(blocked) + "/block").statusCode()).isEqualTo(200);
    assertThat(isFollowing(blocker.get(user(blocked)))).isFalse();
    assertThat(isFollowing(blocked.get(user(blocker)))).isFalse();
    assertThat(wall.wrongCounters()).isZero();
  }

  @Test
  void blocksAreListedPageByPage() {
    var blocker = Caller.signedIn(port, "manyblocks");
    for (var name : List.of("troll1", "troll2", "troll3")) {
      Wall.block(blocker, Caller.signedIn(port, name));
    }

    var first = Caller.json(blocker.get("/api/v1/me/blocks?limit=2"));
    assertThat(first.get("items").valueStream().map(p -> p.get("username").asString()))
        .containsExactly("troll3", "troll2");
    var cursor = first.get("nextCursor").asString();
    assertThat(names(blocker.get("/api/v1/me/blocks?cursor=" + cursor))).containsExactly("troll1");
  }

  private static String user(Caller member) {
    return "/api/v1/users/" + member.userId();
  }

  private static boolean isFollowing(HttpResponse<String> profile) {
    assertThat(profile.statusCode()).isEqualTo(200);
    return Caller.json(profile).get("isFollowing").asBoolean();
  }

  private static List<String> names(HttpResponse<String> people) {
    assertThat(people.statusCode()).isEqualTo(200);
    return Caller.json(people)
        .get("items")
        .valueStream()
        .map(person -> person.get("username").asString())
        .toList();
  }
}
