package com.aipixels.translation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// For engines that understand Korean.
@Component
@ConditionalOnProperty(name = TranslatorChoice.SETTING, havingValue = NoTranslator.NAME)
final class NoTranslator implements Translator {

  static final String NAME = "none";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String translate(String prompt) {
    return prompt;
  }
}
