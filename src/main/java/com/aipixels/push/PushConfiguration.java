package com.aipixels.push;

import com.aipixels.notifications.Notifications;
import com.aipixels.outbound.AllowedHosts;
import com.aipixels.turns.Turns;
import com.interaso.webpush.WebPush;
import java.net.InetAddress;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Only there when somebody answers for the pushes.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("aipixels.push.contact")
class PushConfiguration {

  private static final Duration IDLE = Duration.ofSeconds(1);

  @Bean
  PushSender pushSender(PushSettings settings, PushKeyTable keys) {
    return new PushSender(
        new WebPush(settings.contact(), keys.keys()),
        new AllowedHosts(settings.hosts(), settings.allowHttp(), InetAddress::getAllByName));
  }

  @Bean
  Turns pushQueue(
      PushTable table,
      Notifications notifications,
      PushText text,
      PushSender sender,
      JsonMapper json) {
    return new Turns(
        "pushes", IDLE, new Pusher(table, notifications, text, sender, json)::takeTurn);
  }
}
