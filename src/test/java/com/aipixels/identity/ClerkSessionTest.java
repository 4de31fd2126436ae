package com.aipixels.identity;

import static com.aipixels.identity.TokenFixture.aKey;
import static com.aipixels.identity.TokenFixture.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The same door with keys for a real Clerk, as its environment variables give them.
@SpringBootTest(
    classes = {SessionTest.Slice.class, ClerkSessionTest.LongAgo.class},
    webEnvironment = WebEnvironment.RANDOM_PORT)
class ClerkSessionTest {

  private static final RSAKey KEY = aKey("ins_ours", 2048);
  private static final RSAKey KEY_OF_ANOTHER = aKey("ins_other", 2048);
  private static final FakeClerk CLERK = new FakeClerk();

  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void keys(DynamicPropertyRegistry variables) {
    CLERK.publishes(TokenFixture.published(KEY.toPublicJWK()));
    var clerk = CLERK.settings().clerk();
    variables.add("CLERK_SECRET_KEY", clerk::secretKey);
    variables.add("CLERK_PUBLISHABLE_KEY", clerk::publishableKey);
    variables.add("AIPIXELS_CLERK_API_URL", clerk::apiUrl);
    variables.add("AIPIXELS_ORIGINS", () -> "https://aipixels.example, http://localhost:8080/");
    variables.add("server.address", () -> "0.0.0.0");
  }

  @AfterAll
  static void close() {
    CLERK.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"__session_FJC9gKbP=%s", "__session=%s", "__session=a.b.c; __session_FJC9gKbP=%s"})
  void findsTheSessionInTheCookiesOfThisInstance(String cookies) throws Exception {
    assertThat(who(cookies.formatted(aSession(KEY)))).startsWith("user_");
  }

  @Test
  void prefersTheCookieThatOnlyThisInstanceWrites() throws Exception {
    var mine = aSession(KEY, claims -> claims.subject("user_mine"));
    var shared = aSession(KEY, claims -> claims.subject("user_shared"));

    assertThat(who("__session=" + shared + "; __session_FJC9gKbP=" + mine)).isEqualTo("user_mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"__session_CRdUCOS4=%s", "__sessions=%s", "__SESSION=%s"})
  void doesNotLookAtOtherCookies(String cookies) throws Exception {
    assertThat(who(cookies.formatted(aSession(KEY)))).isEqualTo("guest");
  }

  @Test
  void takesTheSessionOfAnotherInstanceForAGuest() throws Exception {
    assertThat(who("__session=" + aSession(KEY_OF_ANOTHER))).isEqualTo("guest");
  }

  @Test
  void refusesEveryForgedTokenThatAHeaderCanCarry() throws Exception {
    var answers = new TreeMap<String, Integer>();
    for (var forged : ForgedTokens.of(KEY).entrySet()) {
      var token = forged.getValue();
      // What stands around a value belongs to no value, says HTTP.
      if (token.length() < 7000
          && token.equals(token.strip())
          && token.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
        var answer = send(request("/who").header("Authorization", "Bearer " + token));
        answers.put(forged.getKey(), answer.statusCode());
      }
    }

    assertThat(answers)
        .hasSizeGreaterThan(200)
        .allSatisfy((wrong, status) -> assertThat(status).as(wrong).isEqualTo(401));
  }

  @Test
  void letsOurPublicSiteWriteByCookie() throws Exception {
    var write =
        request("/write")
            .header("Cookie", "__session=" + aSession(KEY))
            .POST(BodyPublishers.noBody());

    assertThat(send(write.copy().header("Origin", "https://aipixels.example")).statusCode())
        .isEqualTo(200);
    assertThat(send(write.copy().header("Origin", "https://evil.example")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void letsThePageOfTheVeryAddressThatWasAskedWriteByCookie() throws Exception {
    var write =
        request("/write")
            .header("Cookie", "__session=" + aSession(KEY))
            .header("Origin", "http://127.0.0.1:" + port)
            .POST(BodyPublishers.noBody());

    assertThat(send(write).statusCode()).isEqualTo(200);
  }

  @Test
  void hasNoStandInBesideClerk() throws Exception {
    var signIn =
        request("/local-clerk/sign-in")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"username\":\"minji\"}"));

    assertThat(send(signIn).statusCode()).isEqualTo(404);
  }

  private String who(String cookies) throws Exception {
    return send(request("/who").header("Cookie", cookies)).body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  static class LongAgo {

    @Bean
    @Primary
    Clock dayOfTheTokens() {
      return Clock.fixed(TokenFixture.NOW, ZoneOffset.UTC);
    }
  }
}
