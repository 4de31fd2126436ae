package com.aipixels.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.signals.LiveStreams;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@HouseTest
@TestPropertySource(properties = "aipixels.story=signals")
@Execution(ExecutionMode.CONCURRENT)
class SignalsTest {

  private static final Map<String, Object> BOAT = Map.of("prompt", "배", "imageSize", "small");

  @LocalServerPort int port;
  @Autowired GenerationQueue queue;
  @Autowired LiveStreams streams;
  @Autowired JdbcClient jdbc;

  @Test
  void goesOnAfterANotificationThatMakesNoSense() {
    jdbc.sql("SELECT pg_notify('generations', 'not an id')").query((_, _) -> true).single();
    var member = Caller.signedIn(port, "unbothered");

    assertThat(member.ended(member.ask(BOAT)).get("status").asString()).isEqualTo("succeeded");
  }

  @Test
  void aStopEndsTheStreamsThatAreOpen() {
    queue.stop();
    var member = Caller.signedIn(port, "watcher");
    var waiting = member.ask(BOAT);
    var answer =
        Caller.send(
            member.request("/api/v1/generations/%s/events".formatted(waiting)).GET(),
            BodyHandlers.ofLines());
    var lines = answer.body().iterator();
    assertThat(lines.next()).isNotEmpty();

    streams.stop();

    var rest = CompletableFuture.runAsync(() -> lines.forEachRemaining(_ -> {}));
    assertThat(rest).succeedsWithin(Duration.ofSeconds(20));
    streams.start();
    queue.start();
    assertThat(member.ended(waiting).get("status").asString()).isEqualTo("succeeded");
  }
}
