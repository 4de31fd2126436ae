package com.aipixels.limits;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

  @Bean
  WebMvcConfigurer turnstileAtTheDoor(LimitsSettings settings, Turnstile turnstile) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        if (settings.apply()) {
          registry.addInterceptor(turnstile);
        }
      }
    };
  }
}
