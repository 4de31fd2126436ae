package com.aipixels.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Several pictures for one request. The queue stands still, as in `GenerationRaceTest`;
/// `-Daipixels.rounds=50` runs the long form.
@HouseTest
@TestPropertySource(properties = "aipixels.story=batches")
@Execution(ExecutionMode.CONCURRENT)
class BatchTest {

  private static final int ROUNDS = Integer.getInteger("aipixels.rounds", 5);

  @LocalServerPort int port;
  @Autowired GenerationQueue queue;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void standStill() {
    queue.stop();
  }

  @Test
  void fourPicturesAreFourSiblingsWithSeedsInARow() {
    var member = Caller.signedIn(port, "four");

    var answer = Caller.json(member.post("/api/v1/generations", boats(4, "seed", 2147483646L)));

    assertThat(answer.get("creditsRemaining").asInt()).isEqualTo(6);
    assertThat(answer.get("id")).isEqualTo(answer.get("generations").get(0).get("id"));
    assertThat(answer.get("generations").valueStream().map(one -> one.get("seed").asLong()))
        .containsExactly(2147483646L, 2147483647L, 0L, 1L);
    var ids = ids(answer);
    for (var id : ids) {
      var one = Caller.json(member.get("/api/v1/generations/" + id));
      assertThat(one.get("siblings").valueStream().map(JsonNode::asString))
          .containsExactlyElementsOf(ids.stream().filter(other -> !other.equals(id)).toList());
    }
    assertThat(entriesOf(member))
        .containsExactly(
            "charge -1 6", "charge -1 7", "charge -1 8", "charge -1 9", "opening 10 10");
  }

  @Test
  void oneAloneHasNoSiblings() {
    var member = Caller.signedIn(port, "one");

    var answer = Caller.json(member.post("/api/v1/generations", boats(1)));

    assertThat(answer.get("generations")).hasSize(1);
    assertThat(
            Caller.json(member.get("/api/v1/generations/" + ids(answer).getFirst()))
                .get("siblings"))
        .isEmpty();
  }

  @Test
  void eachIsGivenBackByItself() {
    var member = Caller.signedIn(port, "returner");
    var ids = ids(Caller.json(member.post("/api/v1/generations", boats(3))));

    assertThat(member.post("/api/v1/generations/%s/cancel".formatted(ids.get(1)), "").statusCode())
        .isEqualTo(200);
    assertThat(member.post("/api/v1/generations/%s/cancel".formatted(ids.get(1)), "").statusCode())
        .isEqualTo(409);

    assertThat(creditsOf(member)).isEqualTo(8);
    var others = Caller.json(member.get("/api/v1/generations/" + ids.getFirst()));
    assertThat(others.get("status").asString()).isEqualTo("queued");
  }

  @Test
  void tooFewCreditsForAllTakeNone() {
    var member = Caller.signedIn(port, "poor");
    member.post("/api/v1/generations", boats(4));
    member.post("/api/v1/generations", boats(4));

    var refused = member.post("/api/v1/generations", boats(3));

    assertThat(refused.statusCode()).isEqualTo(402);
    assertThat(creditsOf(member)).isEqualTo(2);
    assertThat(generationsOf(member)).isEqualTo(8);
    assertThat(member.post("/api/v1/generations", boats(2)).statusCode()).isEqualTo(202);
  }

  @Test
  void fiveOrNoneAreRefused() {
    var member = Caller.signedIn(port, "greedy");
    for (var count : List.of(0, 5, -1)) {
      var refused = member.post("/api/v1/generations", boats(count));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(Caller.json(refused).at("/errors/0/field").asString()).isEqualTo("count");
    }
    assertThat(creditsOf(member)).isEqualTo(10);
  }

  @Test
  void aKeyStandsForAllOfThem() throws Exception {
    for (var round = 1; round <= ROUNDS; round++) {
      var member = Caller.signedIn(port, "batchkey" + round);

      var answers =
          atOnce(
              IntStream.range(0, 30)
                  .<Callable<HttpResponse<String>>>mapToObj(_ ->
                      () -> member.post("/api/v1/generations", boats(4), "Idempotency-Key", "k"))
                  .toList());

      assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
      assertThat(new HashSet<>(answers.stream().map(HttpResponse::body).toList())).hasSize(1);
      assertThat(generationsOf(member)).isEqualTo(4);
      assertThat(creditsOf(member)).isEqualTo(6);
      assertThat(member.post("/api/v1/generations", boats(3), "Idempotency-Key", "k").statusCode())
          .isEqualTo(422);
    }
  }

  @Test
  void whateverRacesNothingIsOverspentAndNoPartIsTaken() throws Exception {
    for (var round = 1; round <= ROUNDS; round++) {
      var member = Caller.signedIn(port, "batchrace" + round);

      var answers =
          atOnce(
              IntStream.range(0, 80)
                  .<Callable<HttpResponse<String>>>mapToObj(
                      n -> () -> member.post("/api/v1/generations", boats(1 + n % 4)))
                  .toList());

      assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202, 402);
      var taken =
          answers.stream()
              .filter(answer -> answer.statusCode() == 202)
              .mapToInt(answer -> ids(Caller.json(answer)).size())
              .sum();
      assertThat(taken).as("round %d", round).isEqualTo(generationsOf(member)).isBetween(7, 10);
      assertThat(creditsOf(member)).isEqualTo(10 - taken);
      assertThat(
              number(
                  "SELECT sum(amount) FROM credit_entries WHERE clerk_user_id = :member", member))
          .isEqualTo(10 - taken);
      assertThat(
              number(
                  """
                  SELECT count(*) FROM (
                    SELECT count(*) AS here, max(batch_place) AS asked FROM generations
                    WHERE clerk_user_id = :member AND batch_id IS NOT NULL GROUP BY batch_id) b
                  WHERE here <> asked
                  """,
                  member))
          .isZero();
    }
  }

  private static Map<String, Object> boats(int count) {
    return Map.of("prompt", "바다 위의 배", "count", count);
  }

  private static Map<String, Object> boats(int count, String field, Object value) {
    return Map.of("prompt", "바다 위의 배", "count", count, field, value);
  }

  private static List<String> ids(JsonNode answer) {
    return answer.get("generations").valueStream().map(one -> one.get("id").asString()).toList();
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }

  private static int creditsOf(Caller member) {
    return Caller.json(member.get("/api/v1/me/credits")).get("credits").asInt();
  }

  private static List<String> entriesOf(Caller member) {
    Stream<JsonNode> entries =
        Caller.json(member.get("/api/v1/me/credits/entries")).get("items").valueStream();
    return entries
        .map(entry ->
            "%s %d %d"
                .formatted(
                    entry.get("reason").asString(),
                    entry.get("amount").asInt(),
                    entry.get("balanceAfter").asInt()))
        .toList();
  }

  private int generationsOf(Caller member) {
    return number("SELECT count(*) FROM generations WHERE clerk_user_id = :member", member);
  }

  private int number(String sql, Caller member) {
    return jdbc.sql(sql).param("member", member.userId()).query(Integer.class).single();
  }
}
