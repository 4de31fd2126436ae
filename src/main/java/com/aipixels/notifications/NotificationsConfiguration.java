package com.aipixels.notifications;

import com.aipixels.turns.Turns;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationsConfiguration {

  /// The postman looks by himself instead of being called: PostgreSQL commits those who `NOTIFY`
  /// one after the other, which no like is worth.
  @Bean
  Turns notificationQueue(Postman postman) {
    return new Turns("notifications", Duration.ofMillis(250), postman::deliver);
  }
}
