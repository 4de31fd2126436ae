package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class GenerationTextTest {

  @ParameterizedTest
  @CsvSource({
    "painter, painter:1, AI 모델이 아닌 내장 화가가 그렸어요",
    "painter, , AI 모델이 아닌 내장 화가가 그렸어요",
    "replicate, flux-schnell, flux-schnell 모델로 그렸어요 (replicate)",
    "replicate, , replicate 엔진으로 그렸어요",
  })
  void namesTheEngineAndTheModel(String engine, @Nullable String model, String said) {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    var words = new Words(messages, Language.KOREAN, Instant.EPOCH);

    assertThat(GenerationText.maker(words, engine, model)).isEqualTo(said);
  }
}
