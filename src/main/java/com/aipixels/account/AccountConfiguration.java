package com.aipixels.account;

import com.aipixels.turns.Turns;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

  private static final Duration IDLE = Duration.ofSeconds(1);

  @Bean
  Turns erasureQueue(Eraser eraser) {
    return new Turns("erasures", IDLE, eraser::takeTurn);
  }

  @Bean
  Turns withdrawalQueue(Withdrawer withdrawer) {
    return new Turns("withdrawals", IDLE, withdrawer::takeTurn);
  }

  @Bean
  Turns exportQueue(Exporter exporter) {
    return new Turns("exports", IDLE, exporter::takeTurn);
  }

  @Bean
  Turns importQueue(Importer importer) {
    return new Turns("imports", IDLE, importer::takeTurn);
  }

  @Bean
  WebMvcConfigurer leaversAtTheDoor(LeavingDoor door) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(door);
      }
    };
  }
}
