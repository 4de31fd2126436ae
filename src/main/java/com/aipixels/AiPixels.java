package com.aipixels;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The whole service in one process: `java -jar aipixels.jar`.
@Modulithic(systemName = "AIPixels")
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AiPixels {

  static void main(String[] args) {
    SpringApplication.run(AiPixels.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  RandomGenerator randomness() {
    return new SecureRandom();
  }
}
