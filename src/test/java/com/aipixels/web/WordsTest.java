package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordsTest {

  private static final Instant NOW = Instant.parse("2026-01-10T03:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-01-10T02:59:01Z, 방금, just now",
    "2026-01-10T02:59:00Z, 1분 전, 1 min ago",
    "2026-01-10T02:00:01Z, 59분 전, 59 min ago",
    "2026-01-10T02:00:00Z, 1시간 전, 1 h ago",
    "2026-01-09T03:00:01Z, 23시간 전, 23 h ago",
    "2026-01-09T03:00:00Z, 1일 전, 1 d ago",
    "2026-01-03T03:00:01Z, 6일 전, 6 d ago",
    "2026-01-03T03:00:00Z, 1월 3일, 3 Jan",
    "2025-12-31T15:00:00Z, 1월 1일, 1 Jan",
    "2025-12-31T14:59:59Z, 2025년 12월 31일, 31 Dec 2025",
    "2026-01-10T03:00:01Z, 1월 10일, 10 Jan",
  })
  void saysHowLongAgoSomethingWas(Instant instant, String korean, String english) {
    assertThat(words(Language.KOREAN).ago(instant)).isEqualTo(korean);
    assertThat(words(Language.ENGLISH).ago(instant)).isEqualTo(english);
  }

  private static Words words(Language language) {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return new Words(messages, language, NOW);
  }
}
