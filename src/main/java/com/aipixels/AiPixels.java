package com.aipixels;

import com.aipixels.upkeep.Upkeep;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The whole service in one process: `java -jar aipixels.jar`; with arguments, a command for its
/// operator.
@Modulithic(systemName = "AIPixels")
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AiPixels {

  static void main(String[] args) {
    if (Upkeep.isMeantBy(args)) {
      System.exit(Upkeep.run(args));
    }
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
