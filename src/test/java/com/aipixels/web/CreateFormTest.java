package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateFormTest {

  /// The prompt before was "바다", read as "sea".
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "바다, sea, sea",
        "바다, wide sea, wide sea",
        "바다, '', -",
        "호수, sea, -",
        "호수, lake, lake",
        "호수, '', -"
      })
  void aTranslationThatWasLeftAsItWasIsNotReadForOtherWords(
      String prompt, String translated, @Nullable String read) {
    var form =
        new CreateForm(
            prompt,
            translated,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            1,
            "바다",
            "sea",
            "key");

    assertThat(form.wish().translatedPrompt()).isEqualTo(read);
  }
}
