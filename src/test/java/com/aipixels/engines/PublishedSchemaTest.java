package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedSchemaTest {

  private Replicate replicate;

  @BeforeEach
  void start() throws Exception {
    replicate = new Replicate();
  }

  @AfterEach
  void stop() {
    replicate.close();
  }

  @Test
  void isFetchedOnceInHours() {
    replicate.accepted(Replicate.request("a cat"));
    replicate.turn(Duration.ofHours(5));
    replicate.accepted(Replicate.request("a cat"));
    assertThat(timesAsked()).isEqualTo(1);

    replicate.turn(Duration.ofHours(2));
    replicate.accepted(Replicate.request("a cat"));
    assertThat(timesAsked()).isEqualTo(2);
  }

  @Test
  void isDoneWithoutWhileItCannotBeFetched() {
    replicate.fake.misbehave("once-model-500");

    replicate.accepted(Replicate.request("a cat"));
    replicate.accepted(Replicate.request("a cat"));
    assertThat(timesAsked()).isEqualTo(1);
    assertThat(latestInput()).containsExactly("prompt", "seed");

    replicate.turn(Duration.ofMinutes(1));
    replicate.accepted(Replicate.request("a cat"));
    assertThat(latestInput()).contains("aspect_ratio");
  }

  private long timesAsked() {
    return replicate.fake.requests().stream()
        .filter(request -> request.method().equals("GET"))
        .filter(request -> request.path().equals("/v1/models/black-forest-labs/flux-schnell"))
        .count();
  }

  private Iterable<String> latestInput() {
    return replicate.fake.predictions().all().getFirst().input().propertyNames();
  }
}
