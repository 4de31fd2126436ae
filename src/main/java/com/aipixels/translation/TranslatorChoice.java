package com.aipixels.translation;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Refuses a name nobody bears before anything else asks for a translator, so that the operator
/// reads this sentence and not one about missing beans.
@Component
final class TranslatorChoice implements BeanFactoryPostProcessor, EnvironmentAware {

  static final String SETTING = "aipixels.translator";

  private static final List<String> NAMES = List.of(GlossaryTranslator.NAME, NoTranslator.NAME);

  private String chosen = GlossaryTranslator.NAME;

  /// Comes before constructors can be given anything.
  @Override
  public void setEnvironment(Environment environment) {
    chosen = environment.getProperty(SETTING, GlossaryTranslator.NAME);
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (!NAMES.contains(chosen)) {
      throw new IllegalStateException(
          "AIPIXELS_TRANSLATOR is '%s'; it must be one of: %s"
              .formatted(chosen, String.join(", ", NAMES)));
    }
  }
}
