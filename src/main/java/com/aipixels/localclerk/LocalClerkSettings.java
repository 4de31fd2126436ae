package com.aipixels.localclerk;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param folder where the key and the people are kept
/// @param tokenLifetime long, because no script in the browser renews these tokens
@ConfigurationProperties("aipixels.localclerk")
record LocalClerkSettings(
    @DefaultValue("./data") Path folder,
    @DefaultValue("7d") Duration tokenLifetime,
    @DefaultValue("loopback-only") Exposure exposure) {

  enum Exposure {
    LOOPBACK_ONLY,
    ALLOW_REMOTE
  }
}
