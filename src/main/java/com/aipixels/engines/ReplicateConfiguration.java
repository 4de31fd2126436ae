package com.aipixels.engines;

import com.aipixels.outbound.AllowedHosts;
import java.net.InetAddress;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/// Only there when Replicate is the engine.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "aipixels.engine", havingValue = "replicate")
class ReplicateConfiguration {

  @Bean
  ReplicateApi replicateApi(ReplicateSettings settings, RestClient.Builder builder, Clock clock) {
    if (settings.apiToken().isBlank()) {
      throw new IllegalStateException(
          "The engine is replicate, but there is no key for it: set REPLICATE_API_TOKEN, or set"
              + " AIPIXELS_ENGINE to painter.");
    }
    return new ReplicateApi(settings, builder, clock);
  }

  @Bean
  WebhookSecret replicateWebhookSecret(ReplicateSettings settings, ReplicateApi api, Clock clock) {
    return new WebhookSecret(settings, api, clock);
  }

  @Bean
  ImageEngine replicateEngine(ReplicateSettings settings, ReplicateApi api, Clock clock) {
    return new ReplicateEngine(settings, api, download(settings, clock), clock);
  }

  static SafeDownload download(ReplicateSettings settings, InstantSource clock) {
    AllowedHosts hosts =
        new AllowedHosts(
            settings.deliveryHosts(), settings.allowHttpDelivery(), InetAddress::getAllByName);
    return new SafeDownload(
        hosts,
        settings.downloadLimit().toBytes(),
        settings.connectTimeout(),
        settings.downloadTimeout(),
        new CircuitBreaker(clock));
  }
}
