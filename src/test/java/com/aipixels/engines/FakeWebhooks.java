package com.aipixels.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/// Tells of completed predictions: signed, and as unreliably as the knobs say.
final class FakeWebhooks {

  private final FakeKnobs knobs;
  private final FakeWire wire;
  private final InstantSource clock;
  private final ExecutorService threads;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong lastId = new AtomicLong();
  private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

  FakeWebhooks(FakeKnobs knobs, FakeWire wire, InstantSource clock, ExecutorService threads) {
    this.knobs = knobs;
    this.wire = wire;
    this.clock = clock;
    this.threads = threads;
  }

  /// How often each status was answered; 0 for no answer.
  Map<Integer, Integer> answers() {
    return Map.copyOf(answers);
  }

  void announce(FakePrediction prediction) {
    long wait = prediction.fromCreationToCompletion().toMillis() + knobs.webhookDelayMs;
    var _ =
        threads.submit(() -> {
          if (wire.pause(wait)) {
            ObjectNode completed = prediction.json(clock.instant());
            String id = "msg_fake" + lastId.incrementAndGet();
            for (int copy = 0; copy < knobs.webhookCopies; copy++) {
              send(prediction.webhook(), id, completed);
            }
            if (knobs.webhookReordered) {
              String older = "msg_fake" + lastId.incrementAndGet();
              send(prediction.webhook(), older, completed.put("status", "processing"));
            }
          }
        });
  }

  private void send(String url, String id, ObjectNode body) {
    byte[] bytes = FakeModel.JSON.writeValueAsBytes(body);
    long now = clock.instant().getEpochSecond();
    String secret = knobs.webhookForged ? "whsec_Zm9yZ2Vk" : FakeReplicate.WEBHOOK_SECRET;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(now))
            .header("webhook-signature", signature(secret, id, now, bytes))
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      answers.merge(status, 1, Integer::sum);
    } catch (IOException unheard) {
      answers.merge(0, 1, Integer::sum);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Written apart from the code that it tests.
  static String signature(String secret, String id, long timestamp, byte[] body) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update("%s.%d.".formatted(id, timestamp).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
