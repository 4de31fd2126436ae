package com.aipixels.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

  @Test
  void isWrittenAsANumberAndAPeriod() {
    assertThat(Rate.valueOf("30/1m")).isEqualTo(new Rate(30, Duration.ofMinutes(1)));
    assertThat(Rate.valueOf("500 / PT24H")).isEqualTo(new Rate(500, Duration.ofDays(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "30/", "/1m", "0/1m", "-1/1m", "30/0s", "30/1m/2", "many/1m"})
  void isNothingElse(String text) {
    assertThatThrownBy(() -> Rate.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
