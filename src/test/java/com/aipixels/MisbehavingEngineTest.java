package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.engines.FakeReplicate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Whatever the engine does, a request ends in the right way and its credit is where it belongs.
/// All cases run side by side, each by a member of its own, while every webhook comes three times,
/// after an older one.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = TestHouse.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("one port")
class MisbehavingEngineTest {

  private static final FakeReplicate REPLICATE = startReplicate();
  private static final int PORT = freePort();
  private static final Map<String, String> GENERATIONS = new ConcurrentHashMap<>();

  @Autowired JdbcClient jdbc;

  record Case(String word, String end, int credits) {

    static Case succeeds(String word) {
      return new Case(word, "succeeded", 9);
    }

    static Case fails(String word, String code) {
      return new Case(word, code, 10);
    }
  }

  private static final List<Case> CASES =
      List.of(
          Case.succeeds("fine"),
          Case.fails("401", "engine_not_available"),
          Case.fails("402", "engine_not_available"),
          Case.fails("404", "engine_not_available"),
          Case.fails("422-input", "invalid_input"),
          Case.fails("422-version", "engine_not_available"),
          Case.succeeds("once-429"),
          Case.succeeds("once-429-body"),
          Case.succeeds("once-429-bare"),
          Case.succeeds("once-500"),
          Case.succeeds("once-502"),
          Case.succeeds("once-hang"),
          Case.succeeds("once-lost-answer"),
          Case.succeeds("once-cut-answer"),
          Case.succeeds("once-get-500"),
          Case.succeeds("once-get-502"),
          Case.succeeds("once-get-hang"),
          Case.succeeds("once-file-cut"),
          Case.fails("file-cut", "bad_result"),
          Case.fails("file-half", "bad_result"),
          Case.fails("file-html", "bad_result"),
          Case.fails("file-huge", "bad_result"),
          Case.fails("file-bomb", "bad_result"),
          Case.fails("file-elsewhere", "bad_result"),
          Case.fails("unknown-status", "deadline_exceeded"),
          Case.fails("aborted", "cancelled_by_engine"),
          Case.fails("canceled", "cancelled_by_engine"),
          Case.fails("nsfw", "blocked"),
          Case.fails("e005", "blocked"),
          Case.fails("failed", "engine_failed"),
          Case.fails("output-null", "engine_failed"),
          Case.fails("output-object", "engine_failed"),
          Case.succeeds("file-webp"));

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    var replicate = "aipixels.engines.replicate.";
    settings.add("server.port", () -> PORT);
    settings.add("aipixels.engine", () -> "replicate");
    settings.add("aipixels.generation.deadline", () -> "45s");
    settings.add(replicate + "api-token", () -> FakeReplicate.TOKEN);
    settings.add(replicate + "base-url", REPLICATE::url);
    settings.add(replicate + "delivery-hosts", REPLICATE::filesHost);
    settings.add(replicate + "allow-http-delivery", () -> true);
    settings.add(replicate + "settling", () -> "2s");
    settings.add(replicate + "read-timeout", () -> "2s");
    settings.add(replicate + "parallelism", () -> CASES.size());
    settings.add(replicate + "public-url", () -> "http://127.0.0.1:" + PORT);
    settings.add(replicate + "webhook-secret", () -> FakeReplicate.WEBHOOK_SECRET);
  }

  @BeforeAll
  static void webhooksComeInDisorder() {
    REPLICATE.take(100, 400);
    REPLICATE.control("{\"webhookCopies\": 3, \"webhookReordered\": true}");
  }

  @AfterAll
  static void stopReplicate() {
    REPLICATE.close();
  }

  @Test
  void everyCaseEndsAsItShouldWithItsCreditWhereItBelongs() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ends =
          threads.invokeAll(CASES.stream().map(one -> (Callable<Case>) () -> run(one)).toList());

      var softly = new SoftAssertions();
      for (var number = 0; number < CASES.size(); number++) {
        softly.assertThat(ends.get(number).get()).isEqualTo(CASES.get(number));
      }
      softly.assertAll();
    }
    assertThat(wrongLedgers()).isZero();
    assertThat(REPLICATE.posts().get(GENERATIONS.get("once-lost-answer"))).isEqualTo(1);
    assertThat(REPLICATE.posts().get(GENERATIONS.get("once-cut-answer"))).isEqualTo(1);
    assertThat(REPLICATE.posts().get(GENERATIONS.get("once-500"))).isEqualTo(2);
  }

  @Test
  void aForgedWebhookChangesNothing() {
    REPLICATE.control("{\"webhookForged\": true}");
    assertThat(run(Case.succeeds("forged webhook"))).isEqualTo(Case.succeeds("forged webhook"));
    REPLICATE.control("{\"webhookForged\": false}");
  }

  private static Case run(Case one) {
    var member = Caller.signedIn(PORT, "m-" + one.word().replace(' ', '-'));
    var id = member.ask(Map.of("prompt", "a boat fake-" + one.word(), "imageSize", "small"));
    GENERATIONS.put(one.word(), id);
    var ended = member.ended(id);
    var status = ended.get("status").asString();
    var end = status.equals("failed") ? ended.get("error").get("code").asString() : status;
    var credits = Caller.json(member.get("/api/v1/me/credits")).get("credits").asInt();
    return new Case(one.word(), end, credits);
  }

  private int wrongLedgers() {
    return jdbc.sql(
            """
            SELECT count(*) FROM user_credits c
            WHERE c.credits <> (SELECT sum(e.amount) FROM credit_entries e WHERE e.clerk_user_id = c.clerk_user_id)
            """)
        .query(Integer.class)
        .single();
  }

  private static FakeReplicate startReplicate() {
    try {
      return FakeReplicate.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
