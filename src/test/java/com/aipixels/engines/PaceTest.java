package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// One request a second.
class PaceTest {

  private static final UUID ANNA = new UUID(0, 1);
  private static final UUID BORA = new UUID(0, 2);
  private static final UUID CHUL = new UUID(0, 3);
  private static final UUID DOHA = new UUID(0, 4);

  private final Pace pace = new Pace(60);
  private Instant now = Instant.parse("2026-11-28T00:00:00Z");

  @Test
  void whoeverCameFirstGoesFirst() {
    bothOfABurstGo();
    assertThat(wait(ANNA)).isEqualTo(1);
    assertThat(wait(BORA)).isEqualTo(2);
    assertThat(wait(CHUL)).isEqualTo(3);

    now = now.plusSeconds(1);
    assertThat(wait(CHUL)).as("however often they ask").isEqualTo(2);
    assertThat(wait(DOHA)).isEqualTo(3);
    assertThat(wait(ANNA)).isZero();
    now = now.plusSeconds(1);
    assertThat(wait(CHUL)).isEqualTo(1);
    assertThat(wait(BORA)).isZero();
    now = now.plusSeconds(2);
    assertThat(wait(DOHA)).isZero();
    assertThat(wait(CHUL)).as("late for their turn").isZero();
  }

  @Test
  void everybodyWaitsForAsLongAsTheEngineAsked() {
    bothOfABurstGo();
    assertThat(wait(ANNA)).isEqualTo(1);
    assertThat(wait(BORA)).isEqualTo(2);
    now = now.plusSeconds(1);
    assertThat(wait(ANNA)).isZero();

    pace.rest(ANNA, now, Duration.ofSeconds(7));

    assertThat(wait(CHUL)).isEqualTo(10);
    assertThat(wait(BORA)).isEqualTo(9);
    assertThat(wait(ANNA)).as("whoever was sent away comes first").isEqualTo(7);
    now = now.plusSeconds(7);
    assertThat(wait(BORA)).isEqualTo(2);
    assertThat(wait(ANNA)).isZero();
  }

  @Test
  void severalWhoAreSentAwayAtOnceComeOneByOne() {
    bothOfABurstGo();

    pace.rest(ANNA, now, Duration.ofSeconds(7));
    pace.rest(BORA, now, Duration.ofSeconds(5));

    assertThat(wait(BORA)).isEqualTo(7);
    assertThat(wait(ANNA)).isEqualTo(8);
    assertThat(wait(CHUL)).isGreaterThan(8);
  }

  @Test
  void whoeverMeetsTheirTurnWhileItRestsWaitsUntilItIsOver() {
    bothOfABurstGo();
    assertThat(wait(ANNA)).isEqualTo(1);
    now = now.plusSeconds(3);

    pace.rest(BORA, now, Duration.ofSeconds(7));

    assertThat(wait(ANNA)).isEqualTo(7);
    now = now.plusSeconds(7);
    assertThat(wait(ANNA)).isZero();
  }

  private void bothOfABurstGo() {
    assertThat(wait(UUID.nameUUIDFromBytes(new byte[] {1}))).isZero();
    assertThat(wait(UUID.nameUUIDFromBytes(new byte[] {2}))).isZero();
  }

  private long wait(UUID request) {
    return pace.take(request, now).toSeconds();
  }
}
