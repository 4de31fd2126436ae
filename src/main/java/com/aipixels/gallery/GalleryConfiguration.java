package com.aipixels.gallery;

import com.aipixels.turns.Turns;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GalleryConfiguration {

  private static final Duration IDLE = Duration.ofSeconds(5);

  @Bean
  Turns thumbHashes(ThumbHashing hashing) {
    return new Turns("thumb hashes", IDLE, hashing::takeTurn);
  }
}
