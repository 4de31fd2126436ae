package com.aipixels.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// Many requests at the same instant. The queue stands still, so that nothing but asking moves the
/// balance. `-Daipixels.rounds=50` runs the long form.
@HouseTest
@TestPropertySource(properties = "aipixels.story=races")
class GenerationRaceTest {

  private static final int ROUNDS = Integer.getInteger("aipixels.rounds", 5);
  private static final Map<String, Object> BOAT = Map.of("prompt", "바다 위의 배");

  @LocalServerPort int port;
  @Autowired GenerationQueue queue;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void standStill() {
    queue.stop();
  }

  @Test
  void twoHundredRequestsOnTenCreditsAreTenPictures() throws Exception {
    for (var round = 1; round <= ROUNDS; round++) {
      var member = Caller.signedIn(port, "racer" + round);

      var statuses =
          atOnce(200, () -> member.post("/api/v1/generations", BOAT)).stream()
              .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));

      assertThat(statuses).as("round %d", round).isEqualTo(Map.of(202, 10L, 402, 190L));
      assertThat(creditsOf(member)).isZero();
      assertThat(ledgerSumOf(member)).isZero();
    }
  }

  @Test
  void theSameKeyFiftyTimesIsOneRequestAndFiftyEqualAnswers() throws Exception {
    for (var round = 1; round <= ROUNDS; round++) {
      var member = Caller.signedIn(port, "keyholder" + round);
      var key = UUID.randomUUID().toString();

      var answers =
          atOnce(50, () -> member.post("/api/v1/generations", BOAT, "Idempotency-Key", key));

      assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
      assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
      assertThat(generationsOf(member)).isEqualTo(1);
      assertThat(creditsOf(member)).isEqualTo(9);
    }
  }

  @Test
  void theSameKeyOnTheLastCreditIsStillOneRequestAndEqualAnswers() throws Exception {
    var member = Caller.signedIn(port, "lastcredit");
    IntStream.range(0, 9).forEach(_ -> member.ask(BOAT));

    var answers =
        atOnce(50, () -> member.post("/api/v1/generations", BOAT, "Idempotency-Key", "last"));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(creditsOf(member)).isZero();
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    var member = Caller.signedIn(port, "reuser");
    member.ask(BOAT, "Idempotency-Key", "k");

    var other = member.post("/api/v1/generations", Map.of("prompt", "산"), "Idempotency-Key", "k");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(Caller.json(other).get("code").asString()).isEqualTo("idempotency_key_reused");
    assertThat(creditsOf(member)).isEqualTo(9);
  }

  @Test
  void aRequestIsCancelledAndRefundedOnceHoweverManyAsk() throws Exception {
    var member = Caller.signedIn(port, "canceller");
    var cancel = "/api/v1/generations/%s/cancel".formatted(member.ask(BOAT));

    var statuses =
        atOnce(20, () -> member.post(cancel, "")).stream()
            .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));

    assertThat(statuses).isEqualTo(Map.of(200, 1L, 409, 19L));
    assertThat(creditsOf(member)).isEqualTo(10);
    assertThat(ledgerSumOf(member)).isEqualTo(10);
  }

  @Test
  void anotherMembersRequestIsAnsweredLikeOneThatNeverWas() {
    var owner = Caller.signedIn(port, "owner");
    var stranger = Caller.signedIn(port, "stranger");
    var hidden = "/api/v1/generations/" + owner.ask(BOAT);
    var missing = "/api/v1/generations/" + UUID.randomUUID();

    for (var path : List.of("", "/events")) {
      assertThat(stranger.get(hidden + path).statusCode()).isEqualTo(404);
      assertThat(stranger.get(hidden + path).body()).isEqualTo(stranger.get(missing + path).body());
    }
    assertThat(stranger.post(hidden + "/cancel", "").body())
        .isEqualTo(stranger.post(missing + "/cancel", "").body());
  }

  private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(Stream.generate(() -> call).limit(times).toList()).stream()
          .map(Future::resultNow)
          .toList();
    }
  }

  private static int creditsOf(Caller member) {
    return Caller.json(member.get("/api/v1/me/credits")).get("credits").asInt();
  }

  private int generationsOf(Caller member) {
    return number("SELECT count(*) FROM generations WHERE clerk_user_id = :member", member);
  }

  private int ledgerSumOf(Caller member) {
    return number("SELECT sum(amount) FROM credit_entries WHERE clerk_user_id = :member", member);
  }

  private int number(String sql, Caller member) {
    return jdbc.sql(sql).param("member", member.userId()).query(Integer.class).single();
  }
}
