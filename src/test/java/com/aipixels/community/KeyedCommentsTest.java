package com.aipixels.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Comments that carry an `Idempotency-Key`.
@HouseTest
class KeyedCommentsTest {

  private static final Map<String, Object> WORDS = Map.of("content", "한 번만");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired List<MemberData> kept;
  private Wall wall;
  private Caller writer;
  private String picture;

  @BeforeEach
  void hang() {
    wall = new Wall(jdbc);
    writer = Caller.signedIn(port, "keywriter");
    picture = wall.hang(Caller.signedIn(port, "keymaker"));
  }

  @Test
  void theSameAgainGetsTheFirstAnswerEvenWhereTheCommentHasGone() {
    var first = say("again", WORDS);
    assertThat(first.statusCode()).isEqualTo(201);
    writer.delete(Wall.address(Caller.json(first)));

    var second = say("again", WORDS);

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(commentCount()).isZero();
  }

  @Test
  void theSameFiftyTimesAtOnceIsOneCommentAndFiftyEqualAnswers() throws Exception {
    Callable<HttpResponse<String>> saying = () -> say("fifty", WORDS);
    List<HttpResponse<String>> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          threads.invokeAll(Stream.generate(() -> saying).limit(50).toList()).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(commentCount()).isEqualTo(1);
  }

  @Test
  void aKeyIsForOneRequestOfOneMember() {
    say("once", WORDS);
    var elsewhere = wall.hang(Caller.signedIn(port, "keymaker"));

    for (var other :
        List.of(
            say("once", Map.of("content", "다른 말")),
            writer.post(elsewhere + "/comments", WORDS, "Idempotency-Key", "once"))) {
      assertThat(other.statusCode()).isEqualTo(422);
      assertThat(Caller.json(other).get("code").asString()).isEqualTo("idempotency_key_reused");
    }
    var somebody = Caller.signedIn(port, "keysomebody");
    assertThat(somebody.post(picture + "/comments", WORDS, "Idempotency-Key", "once").statusCode())
        .isEqualTo(201);
    assertThat(commentCount()).isEqualTo(2);
  }

  @Test
  void aRefusalIsNotKept() {
    var maker = Caller.signedIn(port, "keymaker");
    maker.patch(picture, Map.of("allowComments", false));
    assertThat(say("refused", WORDS).statusCode()).isEqualTo(403);
    maker.patch(picture, Map.of("allowComments", true));

    assertThat(say("refused", WORDS).statusCode()).isEqualTo(201);
  }

  @Test
  void aKeyMustSaySomething() {
    for (var key : List.of(" ", "k".repeat(256))) {
      var refused = say(key, WORDS);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(Caller.json(refused).get("detail").asString())
          .isEqualTo("Idempotency-Key must have 1 to 255 characters.");
    }
  }

  @Test
  void aForgottenMembersAnswersAreForgotten() {
    say("forgotten", WORDS);
    var member = new UserId(writer.userId());
    assertThat(answersOf(member)).isPositive();

    var batches = 0;
    while (kept.stream().anyMatch(data -> data.forget(member))) {
      batches++;
    }

    assertThat(batches).isGreaterThan(1);

    assertThat(answersOf(member)).isZero();
    assertThat(kept).allSatisfy(data -> assertThat(data.forget(member)).isFalse());
    assertThat(kept)
        .allSatisfy(data -> assertThat(data.membersAfter("", 1000)).doesNotContain(member));
  }

  private HttpResponse<String> say(String key, Object body) {
    return writer.post(picture + "/comments", body, "Idempotency-Key", key);
  }

  private int commentCount() {
    return Caller.json(writer.get(picture)).get("commentCount").asInt();
  }

  private int answersOf(UserId member) {
    return jdbc.sql("SELECT count(*) FROM idempotent_answers WHERE clerk_user_id = :member")
        .param("member", member.value())
        .query(Integer.class)
        .single();
  }
}
