package com.aipixels.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class TranslatorChoiceTest {

  private final ApplicationContextRunner service =
      new ApplicationContextRunner().withUserConfiguration(Room.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(TranslationSettings.class)
  @ComponentScan
  static class Room {}

  @Test
  void translatesWithTheGlossaryUnlessToldOtherwise() {
    service.run(
        context -> assertThat(context.getBean(Translator.class).name()).isEqualTo("glossary"));
  }

  @Test
  void passesPromptsThroughWhereThereIsNone() {
    service
        .withPropertyValues("aipixels.translator=none")
        .run(context -> {
          var translator = context.getBean(Translator.class);
          assertThat(translator.name()).isEqualTo("none");
          assertThat(translator.translate("노을 지는 바다")).isEqualTo("노을 지는 바다");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"papago", "", "Glossary"})
  void refusesANameNobodyBears(String name) {
    service
        .withPropertyValues("aipixels.translator=" + name)
        .run(context ->
            assertThat(context)
                .getFailure()
                .hasMessage(
                    "AIPIXELS_TRANSLATOR is '%s'; it must be one of: glossary, none"
                        .formatted(name)));
  }
}
