package com.aipixels.engines;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/// The good and the bad ways to answer.
final class FakeWire {

  private static final long HUGE = 10L << 30;

  private static final String GATEWAY_PAGE =
      "<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>";

  private final CountDownLatch closed = new CountDownLatch(1);
  private final FakeKnobs knobs;
  private final AtomicLong mostSent = new AtomicLong();
  private final Random spread = new Random(7);

  FakeWire(FakeKnobs knobs) {
    this.knobs = knobs;
  }

  /// How much of a huge body anybody ever took.
  long mostSent() {
    return mostSent.get();
  }

  /// Ends every wait.
  void close() {
    closed.countDown();
  }

  void latency() {
    long more = Math.max(0, knobs.latencyMaxMs - knobs.latencyMinMs);
    pause(knobs.latencyMinMs + (more == 0 ? 0 : spread.nextLong(more)));
  }

  /// False when the fake was closed meanwhile.
  boolean pause(long millis) {
    try {
      return millis <= 0 || !closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Longer than any client's patience.
  void hang(HttpExchange exchange) {
    pause(600_000);
    exchange.close();
  }

  void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    bytes(exchange, status, FakeModel.JSON.writeValueAsBytes(body));
  }

  void gateway(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    bytes(exchange, 502, GATEWAY_PAGE.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /// Announces everything and sends half.
  void half(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  /// Does not say how much there will be.
  void huge(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      byte[] part = new byte[64 * 1024];
      for (long sent = 0; sent < HUGE; sent += part.length) {
        body.write(part);
        mostSent.accumulateAndGet(sent, Math::max);
      }
    }
  }

  /// A byte at a time, for as long as anybody listens.
  void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    do {
      exchange.getResponseBody().write(' ');
      exchange.getResponseBody().flush();
    } while (pause(50));
  }
}
