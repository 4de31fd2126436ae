package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class ReplicateConfigurationTest {

  @Configuration
  @EnableConfigurationProperties(ReplicateSettings.class)
  static class Settings {}

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withConfiguration(AutoConfigurations.of(RestClientAutoConfiguration.class))
          .withBean(Clock.class, Clock::systemUTC)
          .withUserConfiguration(
              Settings.class, ReplicateConfiguration.class, ReplicateWebhookController.class);

  @Test
  void isOnlyThereWhenItIsTheEngine() {
    service
        .withPropertyValues("aipixels.engine=painter")
        .run(context -> {
          assertThat(context).doesNotHaveBean(ImageEngine.class);
          assertThat(context).doesNotHaveBean(ReplicateWebhookController.class);
        });
  }

  @Test
  void takesItsKeysFromTheEnvironmentsNames() {
    service
        .withPropertyValues(
            "aipixels.engine=replicate",
            "REPLICATE_API_TOKEN=r8_secret",
            "REPLICATE_WEBHOOK_SECRET=whsec_c2VjcmV0",
            "aipixels.public-url=https://aipixels.example")
        .run(context -> {
          assertThat(context).hasSingleBean(ReplicateWebhookController.class);
          assertThat(context.getBean(ImageEngine.class).name()).isEqualTo("replicate");
          var settings = context.getBean(ReplicateSettings.class);
          assertThat(settings.apiToken()).isEqualTo("r8_secret");
          assertThat(settings.webhookSecret()).isEqualTo("whsec_c2VjcmV0");
          assertThat(settings.publicUrl()).isEqualTo("https://aipixels.example");
          assertThat(settings.downloadLimit().toMegabytes()).isEqualTo(32);
          assertThat(settings.toString()).doesNotContain("secret", "c2VjcmV0");
        });
  }

  @Test
  void refusesToStartWithoutAKey() {
    service
        .withPropertyValues("aipixels.engine=replicate")
        .run(context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessage(
                    "The engine is replicate, but there is no key for it: set"
                        + " REPLICATE_API_TOKEN, or set AIPIXELS_ENGINE to painter."));
  }

  @Test
  void refusesToStartWithAModelThatIsNone() {
    service
        .withPropertyValues(
            "aipixels.engine=replicate",
            "REPLICATE_API_TOKEN=r8_secret",
            "aipixels.engines.replicate.model=flux")
        .run(context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("must be owner/name"));
  }
}
