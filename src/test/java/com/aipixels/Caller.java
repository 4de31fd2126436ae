package com.aipixels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who calls the running service over HTTP: a guest, or a member by Bearer token.
public final class Caller {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String base;
  private final @Nullable String token;
  private final String userId;

  private Caller(String base, @Nullable String token, String userId) {
    this.base = base;
    this.token = token;
    this.userId = userId;
  }

  public static Caller guest(int port) {
    return new Caller("http://127.0.0.1:" + port, null, "");
  }

  public static Caller signedIn(int port, String username) {
    var guest = guest(port);
    var answer = json(guest.post("/local-clerk/sign-in", Map.of("username", username)));
    return new Caller(guest.base, answer.get("token").asString(), answer.get("userId").asString());
  }

  public String userId() {
    return userId;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  public HttpResponse<String> post(String path, Object body, String... headers) {
    return send(request(path, headers).POST(json(body)));
  }

  public HttpResponse<String> patch(String path, Object body) {
    return send(request(path).method("PATCH", json(body)));
  }

  public HttpResponse<String> put(String path) {
    return send(request(path).PUT(BodyPublishers.noBody()));
  }

  public HttpResponse<String> put(String path, Object body) {
    return send(request(path).PUT(json(body)));
  }

  public HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  public HttpResponse<byte[]> bytes(String path, String... headers) {
    return send(request(path, headers).GET(), BodyHandlers.ofByteArray());
  }

  /// Asks for a picture and gives its generation's id.
  public String ask(Object body, String... headers) {
    var answer = post("/api/v1/generations", body, headers);
    if (answer.statusCode() != 202) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return json(answer).get("id").asString();
  }

  /// Follows a generation's stream to its end and gives everything that was sent.
  public String follow(String generationId, String... headers) {
    return get("/api/v1/generations/" + generationId + "/events", headers).body();
  }

  /// The generation after its end.
  public JsonNode ended(String generationId) {
    follow(generationId);
    return json(get("/api/v1/generations/" + generationId));
  }

  public static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  public HttpRequest.Builder request(String path, String... headers) {
    var builder = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(2));
    if (token != null) {
      builder.header("Authorization", "Bearer " + token);
    }
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  private HttpRequest.BodyPublisher json(Object body) {
    return BodyPublishers.ofString(
        body instanceof String text ? text : JSON.writeValueAsString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    request.setHeader("Content-Type", "application/json");
    return send(request, BodyHandlers.ofString());
  }

  public static <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return HTTP.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
