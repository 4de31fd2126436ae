package com.aipixels.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// Clerk's Backend API on a loopback port: counts what it is asked and fails as it is told.
final class FakeClerk implements AutoCloseable {

  static final String SECRET = "sk_test_fake";

  private final HttpServer server;
  private final Queue<URI> asked = new ConcurrentLinkedQueue<>();
  private final Map<String, String> users = new ConcurrentHashMap<>();
  private volatile String jwks = "{\"keys\":[]}";
  private volatile int status = 200;
  private volatile String retryAfter = "";
  private volatile Duration slowness = Duration.ZERO;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  FakeClerk() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/jwks", exchange -> answer(exchange, jwks));
    server.createContext("/v1/users", exchange -> answer(exchange, listed(exchange)));
    server.createContext("/v1/users/", this::answerOf);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  IdentitySettings settings() {
    var clerk =
        new IdentitySettings.ClerkSettings(
            SECRET,
            "pk_test_Z2xhZC1vdHRlci0xMi5jbGVyay5hY2NvdW50cy5kZXYk",
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"),
            "",
            "",
            "",
            Duration.ofSeconds(2),
            Duration.ofSeconds(2));
    return new IdentitySettings(clerk, List.of("http://localhost:8080"), Duration.ofMillis(300));
  }

  /// @param user the JSON of it, without its id
  FakeClerk knows(String id, String user) {
    users.put(id, "{\"id\":\"%s\",%s}".formatted(id, user));
    return this;
  }

  void publishes(String jwks) {
    this.jwks = jwks;
  }

  void failsWith(int status) {
    this.status = status;
  }

  void refusesFor(String seconds) {
    this.status = 429;
    this.retryAfter = seconds;
  }

  void recovers() {
    status = 200;
    slowness = Duration.ZERO;
    gate.countDown();
  }

  /// Takes that long for each answer from now on, or until it recovers.
  void takes(Duration slowness) {
    this.slowness = slowness;
  }

  /// Is not there any more: connections are refused.
  void goes() {
    server.stop(0);
  }

  void forgets(String id) {
    users.remove(id);
  }

  boolean hasUser(String id) {
    return users.containsKey(id);
  }

  /// Leaves every question open until it recovers.
  void stalls() {
    gate = new CountDownLatch(1);
  }

  int timesAsked() {
    return asked.size();
  }

  List<URI> questions() {
    return List.copyOf(asked);
  }

  /// One user by name: read, or removed.
  private void answerOf(HttpExchange exchange) throws IOException {
    var id = exchange.getRequestURI().getPath().substring("/v1/users/".length());
    var removed = exchange.getRequestMethod().equals("DELETE") && status == 200;
    var user = removed ? users.remove(id) : users.get(id);
    if (user == null) {
      answer(exchange, "{\"errors\":[{\"code\":\"resource_not_found\"}]}", 404);
    } else {
      answer(exchange, user);
    }
  }

  private void answer(HttpExchange exchange, String body) throws IOException {
    answer(exchange, body, 200);
  }

  private void answer(HttpExchange exchange, String body, int success) throws IOException {
    asked.add(exchange.getRequestURI());
    try (exchange) {
      gate.await();
      LockSupport.parkNanos(slowness.toNanos());
      boolean known =
          ("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
      exchange.sendResponseHeaders(known ? (status == 200 ? success : status) : 401, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String listed(HttpExchange exchange) {
    return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
        .filter(parameter -> parameter.startsWith("user_id="))
        .map(parameter -> URLDecoder.decode(parameter.substring(8), StandardCharsets.UTF_8))
        .map(users::get)
        .filter(user -> user != null)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
  }
}
