package com.aipixels.engines;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Replicate's HTTP API: one request each, never repeated, never redirected. The token goes to this
/// host and to no other.
final class ReplicateApi {

  /// Longer ones are cut, and no JSON then.
  private static final int LONGEST_ANSWER = 8 * 1024 * 1024;

  private final JsonMapper json =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  private final String baseUrl;
  private final RestClient client;
  private final InstantSource clock;
  private final CircuitBreaker breaker;

  ReplicateApi(ReplicateSettings settings, RestClient.Builder builder, InstantSource clock) {
    this.baseUrl = settings.baseUrl().toString().replaceFirst("/+$", "");
    this.clock = clock;
    this.breaker = new CircuitBreaker(clock);
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build());
    requests.setReadTimeout(settings.readTimeout());
    this.client =
        builder
            .clone()
            .requestFactory(requests)
            .defaultHeaders(headers -> headers.setBearerAuth(settings.apiToken()))
            .defaultHeader(HttpHeaders.USER_AGENT, "AIPixels")
            .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
            .build();
  }

  /// @param path below the base URL, or an absolute URL that Replicate gave for its next page
  Reply get(String path) {
    String url = path.startsWith("/") ? baseUrl + path : path;
    if (!url.startsWith(baseUrl + "/")) {
      return new Reply.Lost("the next page is at another host");
    }
    return exchange(client.get().uri(URI.create(url)));
  }

  Reply post(String path) {
    return exchange(client.post().uri(URI.create(baseUrl + path)));
  }

  Reply post(String path, JsonNode body, String cancelAfter) {
    return exchange(
        client
            .post()
            .uri(URI.create(baseUrl + path))
            .header("Cancel-After", cancelAfter)
            .contentType(MediaType.APPLICATION_JSON)
            .body(json.writeValueAsBytes(body)));
  }

  private Reply exchange(RestClient.RequestHeadersSpec<?> request) {
    if (!breaker.admits()) {
      return new Reply.NotSent("it did not answer a moment ago");
    }
    try {
      Reply reply = request.exchangeForRequiredValue((sent, response) -> read(response));
      breaker.answered();
      return reply;
    } catch (ResourceAccessException failed) {
      breaker.unanswered();
      String reason = String.valueOf(failed.getMostSpecificCause());
      return neverConnected(failed.getCause()) ? new Reply.NotSent(reason) : new Reply.Lost(reason);
    }
  }

  private static boolean neverConnected(@Nullable Throwable cause) {
    return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
  }

  private Reply read(ClientHttpResponse response) throws IOException {
    int status = response.getStatusCode().value();
    JsonNode read = parse(bytes(response));
    if (status / 100 == 2 && !read.isObject()) {
      return new Reply.Lost("the answer is no JSON object");
    }
    String header = response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    return new Reply.Answer(status, read, RetryAfter.of(header, read, clock.instant()));
  }

  private static byte[] bytes(ClientHttpResponse response) throws IOException {
    // Closed here, since the client would read a longer one to its end before it closes it.
    try (InputStream body = response.getBody()) {
      return body.readNBytes(LONGEST_ANSWER);
    }
  }

  private JsonNode parse(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }
}
