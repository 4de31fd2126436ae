package com.aipixels.localclerk;

import com.aipixels.webhooks.WebhookSignature;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

@StandIn
@Configuration(proxyBeanMethods = false)
class LocalClerkConfiguration {

  private final SecureRandom random = new SecureRandom();
  private final Ids ids = new Ids(random);

  @Bean
  SigningKey localSigningKey(LocalClerkSettings settings) {
    return SigningKey.in(new PrivateFile(settings.folder().resolve("local-clerk-key.json")), ids);
  }

  /// What identity verifies this stand-in's webhooks with, too.
  @Bean
  WebhookSignature localWebhookSignature(LocalClerkSettings settings, InstantSource clock) {
    PrivateFile file = new PrivateFile(settings.folder().resolve("local-clerk-webhook-secret.txt"));
    return new WebhookSignature(WebhookKey.in(file, random), clock);
  }

  @Bean
  Webhooks localWebhooks(
      LocalClerkSettings settings,
      WebhookSignature localWebhookSignature,
      JsonMapper json,
      Environment environment,
      InstantSource clock) {
    PrivateFile file = new PrivateFile(settings.folder().resolve("local-clerk-outbox.json"));
    return new Webhooks(
        new Outbox(file, json), new Subscriber(environment, localWebhookSignature, clock));
  }

  @Bean
  LocalUsers localUsers(
      LocalClerkSettings settings,
      UserJson users,
      JsonMapper json,
      InstantSource clock,
      Webhooks webhooks) {
    PrivateFile file = new PrivateFile(settings.folder().resolve("local-clerk-people.json"));
    UserEvents events = new UserEvents(users, json, ids, clock, webhooks::send);
    return new LocalUsers(file, json, ids, clock, events);
  }

  @Bean
  SessionMint sessionMint(SigningKey key, LocalClerkSettings settings, InstantSource clock) {
    return new SessionMint(key, ids, clock, settings.tokenLifetime());
  }

  @Bean
  UserJson userJson(JsonMapper json) {
    return new UserJson(json);
  }
}
