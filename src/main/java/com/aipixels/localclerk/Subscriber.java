package com.aipixels.localclerk;

import com.aipixels.webhooks.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.core.env.Environment;

/// This service as the receiver of its stand-in's webhooks, over HTTP like any other.
class Subscriber {

  /// As long as Clerk's own sender waits.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Environment environment;
  private final WebhookSignature signature;
  private final InstantSource clock;

  Subscriber(Environment environment, WebhookSignature signature, InstantSource clock) {
    this.environment = environment;
    this.signature = signature;
    this.clock = clock;
  }

  /// Whether it was taken; every attempt is signed anew.
  boolean takes(LocalEvent event) throws InterruptedException {
    byte[] body = event.envelope().toString().getBytes(StandardCharsets.UTF_8);
    String now = Long.toString(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + "/webhooks/clerk"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("svix-id", event.id())
            .header("svix-timestamp", now)
            .header("svix-signature", signature.sign(event.id(), now, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException e) {
      return false;
    }
  }

  private String address() {
    String host = environment.getProperty("server.address", "");
    String port = environment.getRequiredProperty("local.server.port");
    return switch (host) {
      case "", "0.0.0.0", "::" -> "http://127.0.0.1:" + port;
      default -> "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    };
  }
}
