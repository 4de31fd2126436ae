package com.aipixels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Gives an application context a database and a data folder that nobody else has.
public class TestHouse implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      var data = Files.createTempDirectory(Path.of("target"), "data-");
      var oldest =
          context.getEnvironment().getProperty("aipixels.test.server", "").equals("oldest");
      var limits = context.getEnvironment().getProperty("aipixels.test.limits", "off");
      // What one does in a test everybody sees at once.
      var firstPages = context.getEnvironment().getProperty("aipixels.test.first-pages", "0s");
      TestPropertyValues.of(oldest ? TestDatabase.oldestProperties() : TestDatabase.properties())
          .and("aipixels.data=" + data)
          // Midnight in Seoul must not fill a balance in the middle of a story.
          .and("aipixels.credits.refill=0")
          .and("aipixels.limits.apply=" + limits)
          .and("aipixels.web.first-pages=" + firstPages)
          .and("aipixels.files.remembered=" + firstPages)
          // However busy the machine, names and roles are those that Clerk gives.
          .and("aipixels.identity.patience=20s")
          // ... and nobody is refused for having waited a moment.
          .and("aipixels.database.lanes.patience=5s")
          .and("aipixels.database.lanes.lock=5s")
          .and("aipixels.database.lanes.answer=20s")
          .applyTo(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
