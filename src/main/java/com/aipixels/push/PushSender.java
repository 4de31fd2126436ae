package com.aipixels.push;

import com.aipixels.outbound.AllowedHosts;
import com.aipixels.outbound.ForbiddenAddress;
import com.interaso.webpush.WebPush;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/// Brings one message to a push service, encrypted for the browser alone.
final class PushSender {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int KEPT = (int) Duration.ofDays(1).toSeconds();

  /// A browser that was away hears of the latest news only.
  private static final String TOPIC = "news";

  private final WebPush webPush;
  private final AllowedHosts hosts;
  private final HttpClient http;

  PushSender(WebPush webPush, AllowedHosts hosts) {
    this.webPush = webPush;
    this.hosts = hosts;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
  }

  /// How a push service answered.
  sealed interface Outcome {
    /// It will tell the browser.
    record Taken() implements Outcome {}

    /// The browser does not want to hear any more, or never could.
    record Gone() implements Outcome {}

    /// Another attempt may succeed, not before this time has passed; empty: whenever.
    record Later(Optional<Duration> pause) implements Outcome {}
  }

  String applicationServerKey() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(webPush.getVapidKeys().getApplicationServerKey());
  }

  /// What a browser could never be told of is refused.
  ///
  /// @throws ForbiddenAddress when its endpoint is not one of a push service
  /// @throws IllegalArgumentException when its keys are none
  void check(Subscription subscription) throws ForbiddenAddress {
    try {
      hosts.check(subscription.endpoint());
    } catch (IOException _) {
      // A listed name that is not known at the moment will be.
    }
    encrypted(new byte[0], subscription);
  }

  Outcome send(byte[] message, Subscription to) throws InterruptedException {
    try {
      hosts.check(to.endpoint());
      HttpRequest.Builder request =
          HttpRequest.newBuilder(to.endpoint())
              .timeout(PATIENCE)
              .POST(BodyPublishers.ofByteArray(encrypted(message, to)));
      webPush
          .getHeaders(to.endpoint().toString(), KEPT, TOPIC, WebPush.Urgency.Normal)
          .forEach(request::setHeader);
      return outcome(http.send(request.build(), BodyHandlers.discarding()));
    } catch (ForbiddenAddress _) {
      return new Outcome.Gone();
    } catch (IOException _) {
      return new Outcome.Later(Optional.empty());
    }
  }

  private static Outcome outcome(HttpResponse<Void> answer) {
    int status = answer.statusCode();
    if (status / 100 == 2) {
      return new Outcome.Taken();
    }
    // 403: the browser was subscribed to another key of ours.
    if (status == 403 || status == 404 || status == 410) {
      return new Outcome.Gone();
    }
    return new Outcome.Later(
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(seconds -> seconds.matches("\\d{1,6}"))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))));
  }

  private byte[] encrypted(byte[] message, Subscription to) {
    try {
      return webPush.getBody(message, to.publicKey(), to.secret());
    } catch (Exception e) {
      // Written in Kotlin, it throws checked exceptions that it does not declare.
      throw new IllegalArgumentException("Nothing can be encrypted for these keys", e);
    }
  }
}
