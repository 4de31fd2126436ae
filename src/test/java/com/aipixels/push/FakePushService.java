package com.aipixels.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A push service on this machine: it takes messages as RFC 8030 asks, from senders that say who
/// they are as RFC 8292 asks, and refuses everybody else.
final class FakePushService implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, BlockingQueue<byte[]>> taken = new ConcurrentHashMap<>();
  private final Map<String, Queue<Answer>> planned = new ConcurrentHashMap<>();

  /// @param retryAfter null: the header is not sent
  record Answer(int status, @Nullable String retryAfter, Runnable before) {

    Answer(int status) {
      this(status, null, () -> {});
    }
  }

  FakePushService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String endpoint(String browser) {
    return "http://" + host() + "/send/" + browser;
  }

  /// The next message for this browser.
  byte[] next(String browser) {
    try {
      var message = of(browser).poll(20, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("Nothing was sent to " + browser);
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// How many messages wait for this browser.
  int waiting(String browser) {
    return of(browser).size();
  }

  /// Answers the next message for this browser in another way than 201.
  void plan(String browser, Answer answer) {
    planned.computeIfAbsent(browser, _ -> new ConcurrentLinkedQueue<>()).add(answer);
  }

  private BlockingQueue<byte[]> of(String browser) {
    return taken.computeIfAbsent(browser, _ -> new LinkedBlockingQueue<>());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var browser = exchange.getRequestURI().getPath().replace("/send/", "");
      var message = exchange.getRequestBody().readAllBytes();
      var answers = planned.getOrDefault(browser, new ConcurrentLinkedQueue<>());
      var answer = isWellSent(exchange) ? answers.poll() : new Answer(400);
      if (answer == null) {
        answer = new Answer(201);
      }
      answer.before().run();
      if (answer.retryAfter() != null) {
        exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
      }
      of(browser).add(message);
      exchange.sendResponseHeaders(answer.status(), -1);
    }
  }

  private boolean isWellSent(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    return exchange.getRequestMethod().equals("POST")
        && "aes128gcm".equals(headers.getFirst("Content-Encoding"))
        && Integer.parseInt(headers.getFirst("TTL")) > 0
        && headers.getFirst("Topic").matches("[A-Za-z0-9_-]{1,32}")
        && isSigned(headers.getFirst("Authorization"));
  }

  /// `vapid t=…, k=…`
  private boolean isSigned(String authorization) {
    try {
      var token = SignedJWT.parse(authorization.replaceFirst("^vapid t=([^,]+),.*", "$1"));
      var key = Base64URL.from(authorization.replaceFirst(".*k=", "")).decode();
      var publicKey =
          new ECKey.Builder(
                  Curve.P_256,
                  Base64URL.encode(Arrays.copyOfRange(key, 1, 33)),
                  Base64URL.encode(Arrays.copyOfRange(key, 33, 65)))
              .build();
      var claims = token.getJWTClaimsSet();
      var latest = Instant.now().plus(Duration.ofHours(24));
      return token.verify(new ECDSAVerifier(publicKey))
          && claims.getAudience().contains("http://" + host())
          && claims.getSubject().equals("mailto:ops@aipixels.example")
          && claims.getExpirationTime().toInstant().isBefore(latest);
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
