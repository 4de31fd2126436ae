package com.aipixels.moderation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class ModerationConfiguration {

  /// After whoever counts: refusing what comes too often costs no query.
  private static final int AFTER_THE_TURNSTILE = 100;

  @Bean
  WebMvcConfigurer suspensionGateAtTheDoor(SuspensionGate gate) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate).order(AFTER_THE_TURNSTILE);
      }
    };
  }
}
