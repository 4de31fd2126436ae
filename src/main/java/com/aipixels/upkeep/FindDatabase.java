package com.aipixels.upkeep;

import com.aipixels.database.RunningDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/// Leads a command to the embedded database where the service runs it. Where nobody does, it is
/// started for as long as the command takes.
class FindDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
      Path data = Path.of(environment.getRequiredProperty("aipixels.data"));
      Map<String, Object> running = Map.copyOf(RunningDatabase.settings(data));
      environment.getPropertySources().addFirst(new MapPropertySource("running", running));
    }
  }
}
