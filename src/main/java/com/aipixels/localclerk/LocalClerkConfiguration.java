package com.aipixels.localclerk;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@StandIn
@Configuration(proxyBeanMethods = false)
class LocalClerkConfiguration {

  private final Ids ids = new Ids(new SecureRandom());

  @Bean
  SigningKey localSigningKey(LocalClerkSettings settings) {
    return SigningKey.in(new PrivateFile(settings.folder().resolve("local-clerk-key.json")), ids);
  }

  @Bean
  LocalUsers localUsers(LocalClerkSettings settings, JsonMapper json, InstantSource clock) {
    PrivateFile file = new PrivateFile(settings.folder().resolve("local-clerk-people.json"));
    return new LocalUsers(file, json, ids, clock);
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
