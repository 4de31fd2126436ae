package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "7 | {} | PT7S",
        "0.5 | {} | PT0.5S",
        "Sun, 22 Nov 2026 12:00:20 GMT | {} | PT20S",
        "Sun, 22 Nov 2026 11:00:00 GMT | {} | PT0.1S",
        "0 | {} | PT0.1S",
        "999999999 | {} | PT5M",
        "soon | {} | none",
        "7 | {\"retry_after\": 5} | PT7S",
        "none | {\"retry_after\": 5} | PT5S",
        "none | {\"retry_after\": -1} | PT0.1S",
        "none | {\"retry_after\": 1e30} | PT5M",
        "none | {\"retry_after\": \"5\"} | none",
        "none | {\"detail\": \"Request was throttled. Your rate limit resets in ~30s.\"} | PT30S",
        "none | {\"detail\": \"Expected available in 1 second.\"} | PT1S",
        "none | {\"detail\": \"less than $5.0 in credit\"} | none",
        "none | {} | none",
      })
  void isAHeaderOrAFieldOrASentence(
      @Nullable String header, String body, @Nullable Duration expected) {
    assertThat(RetryAfter.of(header, FakeModel.JSON.readTree(body), Replicate.NOON))
        .isEqualTo(expected);
  }
}
