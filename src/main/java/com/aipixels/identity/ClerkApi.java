package com.aipixels.identity;

import com.aipixels.identity.IdentitySettings.ClerkSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.NotFound;
import org.springframework.web.client.HttpClientErrorException.TooManyRequests;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/// Clerk's Backend API. After a refusal it is left in peace for a while: for as long as Clerk asks
/// when we were too many, for some seconds when it is away.
@Component
class ClerkApi {

  /// The most ids that one request may name.
  static final int USERS_PER_REQUEST = 100;

  /// A `+` or `-` in front would mean something else to Clerk.
  private static final Pattern NAMEABLE = Pattern.compile("[A-Za-z0-9_]+");

  private static final ParameterizedTypeReference<List<ClerkUser>> USERS =
      new ParameterizedTypeReference<>() {};
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final ClerkInstance instance;
  private final RestClient http;
  private final InstantSource clock;
  private volatile Instant pausedUntil = Instant.MIN;

  ClerkApi(
      ClerkInstance instance,
      IdentitySettings settings,
      RestClient.Builder http,
      InstantSource clock) {
    this.instance = instance;
    this.http = http.requestFactory(requests(settings.clerk())).build();
    this.clock = clock;
  }

  /// Whether Clerk can be asked for this id at all.
  static boolean canName(UserId id) {
    return NAMEABLE.matcher(id.value()).matches();
  }

  /// The public keys of session tokens, as a JSON Web Key Set.
  ///
  /// @throws ClerkAway when there is no good answer
  String jwks() {
    try {
      return get(URI.create(instance.apiUrl() + "/jwks")).requiredBody(String.class);
    } catch (RestClientException e) {
      throw new ClerkAway(e);
    }
  }

  /// Those of the given users whom Clerk knows, in any order.
  ///
  /// @param ids at most [#USERS_PER_REQUEST]
  /// @throws ClerkAway when there is no good answer, or when it is too early to ask again
  List<ClerkUser> users(List<? extends UserId> ids) {
    return inPeace(() -> get(usersNamed(ids)).requiredBody(USERS));
  }

  /// Whether there is such a user, asked for by name alone.
  ///
  /// @throws ClerkAway as above
  boolean knows(UserId id) {
    return found(HttpMethod.GET, id);
  }

  /// Removes a user, or finds that there is none.
  ///
  /// @throws ClerkAway as above
  void delete(UserId id) {
    found(HttpMethod.DELETE, id);
  }

  private boolean found(HttpMethod method, UserId id) {
    return inPeace(() -> {
      try {
        return ask(method, user(id)).toBodilessEntity().getStatusCode().is2xxSuccessful();
      } catch (NotFound e) {
        return false;
      }
    });
  }

  private <T> T inPeace(Supplier<T> question) {
    if (clock.instant().isBefore(pausedUntil)) {
      throw new ClerkAway();
    }
    try {
      return question.get();
    } catch (TooManyRequests e) {
      pausedUntil = clock.instant().plus(retryAfter(e));
      throw new ClerkAway(e);
    } catch (RestClientException e) {
      pausedUntil = clock.instant().plus(PAUSE);
      throw new ClerkAway(e);
    }
  }

  /// Without a limit Clerk would answer with ten.
  private URI usersNamed(List<? extends UserId> ids) {
    return UriComponentsBuilder.fromUriString(instance.apiUrl())
        .path("/users")
        .queryParam("limit", USERS_PER_REQUEST)
        .queryParam("user_id", ids)
        .encode()
        .build()
        .toUri();
  }

  private URI user(UserId id) {
    return UriComponentsBuilder.fromUriString(instance.apiUrl())
        .pathSegment("users", id.value())
        .encode()
        .build()
        .toUri();
  }

  private RestClient.ResponseSpec get(URI uri) {
    return ask(HttpMethod.GET, uri);
  }

  private RestClient.ResponseSpec ask(HttpMethod method, URI uri) {
    return http.method(method)
        .uri(uri)
        .headers(headers -> headers.setBearerAuth(instance.secretKey()))
        .header("Clerk-API-Version", "2026-05-12")
        .retrieve();
  }

  private static Duration retryAfter(TooManyRequests refusal) {
    HttpHeaders headers =
        Objects.requireNonNullElse(refusal.getResponseHeaders(), HttpHeaders.EMPTY);
    String seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
    if (seconds == null || !seconds.matches("[0-9]{1,4}")) {
      return PAUSE;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  /// Redirects are not followed: they would carry the secret key elsewhere.
  private static JdkClientHttpRequestFactory requests(ClerkSettings settings) {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
    factory.setReadTimeout(settings.readTimeout());
    return factory;
  }
}
