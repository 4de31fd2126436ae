package com.aipixels.translation;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Refuses a name nobody bears before anything else asks for a translator, so that the operator
/// reads this sentence and not one about missing beans.
@Component
final class TranslatorChoice implements BeanFactoryPostProcessor {

  static final String SETTING = "aipixels.translator";

  private static final List<String> NAMES = List.of(GlossaryTranslator.NAME, NoTranslator.NAME);

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    Environment environment = beans.getBean(Environment.class);
    String chosen = environment.getProperty(SETTING, GlossaryTranslator.NAME);
    if (!NAMES.contains(chosen)) {
      throw new IllegalStateException(
          "AIPIXELS_TRANSLATOR is '%s'; it must be one of: %s"
              .formatted(chosen, String.join(", ", NAMES)));
    }
  }
}
