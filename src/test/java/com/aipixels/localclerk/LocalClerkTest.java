package com.aipixels.localclerk;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.modulith.events.config.EventPublicationAutoConfiguration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stand-in as Clerk's clients see it, without anything of ours around it.
@SpringBootTest(classes = LocalClerkTest.Slice.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class LocalClerkTest {

  @TempDir static Path folder;

  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  @DynamicPropertySource
  static void data(DynamicPropertyRegistry properties) {
    properties.add("aipixels.data", folder::toString);
  }

  @Test
  void makesAMemberAtTheFirstSignInAndFindsThemAtTheNext() throws Exception {
    var first = body(signIn("minji")).path("userId").asString();

    assertThat(first).matches("user_[0-9A-Za-z]{27}");
    assertThat(body(signIn(" minji ")).path("userId").asString()).isEqualTo(first);
    assertThat(body(signIn("minsu")).path("userId").asString()).isNotEqualTo(first);
  }

  @Test
  void makesTokensOfClerksForm() throws Exception {
    var token = SignedJWT.parse(body(signIn("minji")).path("token").asString());
    var keys = JWKSet.parse(ask("GET", "/v1/jwks").body());
    var claims = token.getJWTClaimsSet();
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();

    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(key.size()).isEqualTo(2048);
    assertThat(key.isPrivate()).isFalse();
    assertThat(key.toJSONObject()).containsEntry("use", "sig").containsEntry("alg", "RS256");
    assertThat(token.getHeader().toJSONObject())
        .containsEntry("alg", "RS256")
        .containsEntry("typ", "JWT")
        .containsEntry("cat", "cl_B7d4PD111AAA");
    assertThat(claims.getClaims())
        .containsKeys("jti", "sid", "fva")
        .containsEntry("iss", "http://127.0.0.1/local-clerk")
        .containsEntry("azp", "http://127.0.0.1:" + port)
        .containsEntry("sts", "active")
        .containsEntry("v", 2L);
    assertThat(claims.getNotBeforeTime().toInstant())
        .isEqualTo(claims.getIssueTime().toInstant().minusSeconds(10));
    assertThat(claims.getExpirationTime().toInstant())
        .isEqualTo(claims.getIssueTime().toInstant().plus(Duration.ofDays(7)));
  }

  @Test
  void namesThePageThatAskedAsTheAuthorizedParty() throws Exception {
    var answer =
        send(
            post("/sign-in", "application/json", "{\"username\":\"minji\"}")
                .header("Origin", "http://localhost:3000"));
    var token = SignedJWT.parse(body(answer).path("token").asString());

    assertThat(token.getJWTClaimsSet().getStringClaim("azp")).isEqualTo("http://localhost:3000");
  }

  @Test
  void leavesTheTokenInACookie() throws Exception {
    var answer = signIn("minji");
    var header = answer.headers().firstValue("Set-Cookie").orElseThrow();
    var cookie = HttpCookie.parse(header).getFirst();

    assertThat(cookie.getName()).isEqualTo("__session");
    assertThat(cookie.getValue()).isEqualTo(body(answer).path("token").asString());
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(header).contains("SameSite=Lax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "min ji", "<b>", "minji@example.com", "a/b", "ㅤ", "🙂"})
  void refusesNamesThatBreakTheRule(String username) throws Exception {
    var answer = signIn(username);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(body(answer).at("/errors/0/meta/param_name").asString()).isEqualTo("username");
    assertThat(body(answer).at("/errors/0/message").asString())
        .startsWith("username must have 1 to 64 characters");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void refusesASignInWithoutAName() throws Exception {
    assertThat(send(post("/sign-in", "application/json", "{}")).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({
    "/feed?sort=latest, /feed?sort=latest",
    "'', /",
    "https://evil.example/, /",
    "//evil.example/, /",
    "/\\evil.example/, /",
    "'/a\r\nSet-Cookie: x=y', /",
    "feed, /"
  })
  void goesOnToAPageOfThisSiteAfterTheForm(String next, String location) throws Exception {
    var answer = send(form("/sign-in", "username=minji&next=" + encoded(next)));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue(location);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__session=ey");
  }

  @Test
  void goesBackToTheFormAfterABadName() throws Exception {
    var answer = send(form("/sign-in", "username=" + encoded("min ji")));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?error=username");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void takesTheCookieAwayWhenAMemberSignsOut() throws Exception {
    var answer = send(form("/sign-out", ""));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/");
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("__session=;")
        .contains("Max-Age=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/sign-out"})
  void letsNoOtherSiteSignAnybodyInOrOut(String path) throws Exception {
    var answer = send(form(path, "username=minji").header("Sec-Fetch-Site", "cross-site"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/jwks", "/v1/users", "/v1/users/count", "/v1/users/user_1"})
  void refusesStrangersAtTheBackend(String path) throws Exception {
    var answer = send(request(path).header("Authorization", "Bearer sk_test_other"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(body(answer).at("/errors/0/code").asString()).isEqualTo("clerk_key_invalid");
    assertThat(send(request(path)).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/event-stream", ";", "*/*;q=x"})
  void refusesInJsonWhateverElseWouldBeAccepted(String accept) throws Exception {
    var answer = send(request("/v1/jwks").header("Accept", accept));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @Test
  void describesAUserAsClerkDoes() throws Exception {
    var id = body(signIn("described")).path("userId").asString();

    var answer = ask("GET", "/v1/users/" + id);

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(body(answer).path("id").asString()).isEqualTo(id);
    assertThat(body(answer).path("object").asString()).isEqualTo("user");
    assertThat(body(answer).path("username").asString()).isEqualTo("described");
    assertThat(body(answer).path("created_at").asLong()).isGreaterThan(1_700_000_000_000L);
    assertThat(body(answer).path("email_addresses").isArray()).isTrue();
    assertThat(body(answer).path("public_metadata").isObject()).isTrue();
  }

  @Test
  void listsTheUsersThatAreAskedForAndIgnoresTheUnknown() throws Exception {
    var first = body(signIn("listed-1")).path("userId").asString();
    var second = body(signIn("listed-2")).path("userId").asString();

    var users =
        body(
            ask(
                "GET",
                "/v1/users?user_id=%s&user_id=user_none&user_id=%s".formatted(first, second)));

    assertThat(users.valueStream().map(user -> user.path("id").asString()))
        .containsExactly(second, first);
  }

  @Test
  void listsTenUsersWhereNoLimitIsGiven() throws Exception {
    for (int number = 0; number < 12; number++) {
      signIn("many-" + number);
    }

    assertThat(body(ask("GET", "/v1/users?query=MANY-"))).hasSize(10);
    assertThat(body(ask("GET", "/v1/users?query=many-&limit=500"))).hasSize(12);
    assertThat(body(ask("GET", "/v1/users?query=many-&offset=10"))).hasSize(2);
    assertThat(body(ask("GET", "/v1/users/count?query=many-")).path("total_count").asInt())
        .isEqualTo(12);
    assertThat(body(ask("GET", "/v1/users?username=many-3"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=501", "offset=-1"})
  void refusesLimitsThatClerkRefuses(String query) throws Exception {
    assertThat(ask("GET", "/v1/users?" + query).statusCode()).isEqualTo(422);
  }

  @Test
  void refusesMoreThanAHundredIds() throws Exception {
    assertThat(ask("GET", "/v1/users?limit=100&" + ids(100)).statusCode()).isEqualTo(200);
    assertThat(ask("GET", "/v1/users?limit=100&" + ids(101)).statusCode()).isEqualTo(422);
  }

  @Test
  void forgetsADeletedUser() throws Exception {
    var id = body(signIn("leaver")).path("userId").asString();

    assertThat(body(ask("DELETE", "/v1/users/" + id)).path("deleted").asBoolean()).isTrue();
    assertThat(ask("GET", "/v1/users/" + id).statusCode()).isEqualTo(404);
    assertThat(ask("DELETE", "/v1/users/" + id).statusCode()).isEqualTo(404);
    assertThat(body(signIn("leaver")).path("userId").asString()).isNotEqualTo(id);
  }

  @Test
  void mergesMetadataToTheBottom() throws Exception {
    var id = body(signIn("merged")).path("userId").asString();
    change(id, "{\"public_metadata\":{\"role\":\"moderator\",\"a\":{\"b\":1,\"c\":2}}}");

    var user =
        change(id, "{\"public_metadata\":{\"a\":{\"b\":null,\"d\":3}},\"private_metadata\":{}}");

    assertThat(body(user).path("public_metadata"))
        .isEqualTo(json.readTree("{\"role\":\"moderator\",\"a\":{\"c\":2,\"d\":3}}"));
    assertThat(change("user_none", "{\"public_metadata\":{}}").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> change(String id, String metadata) throws Exception {
    return send(
        request("/v1/users/" + id + "/metadata")
            .header("Authorization", "Bearer sk_test_local")
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(metadata)));
  }

  private HttpResponse<String> signIn(String username) throws Exception {
    var body = json.createObjectNode().put("username", username).toString();
    return send(post("/sign-in", "application/json", body));
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    return send(
        request(path)
            .header("Authorization", "Bearer sk_test_local")
            .method(method, BodyPublishers.noBody()));
  }

  private HttpRequest.Builder form(String path, String body) {
    return post(path, "application/x-www-form-urlencoded", body);
  }

  private HttpRequest.Builder post(String path, String type, String body) {
    return request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/local-clerk" + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode body(HttpResponse<String> answer) {
    return json.readTree(answer.body());
  }

  private static String ids(int count) {
    return IntStream.range(0, count)
        .mapToObj("user_id=user_%d"::formatted)
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @EnableAutoConfiguration(
      exclude = {
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        EventPublicationAutoConfiguration.class
      },
      excludeName =
          "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration")
  @ConfigurationPropertiesScan("com.aipixels.localclerk")
  @ComponentScan("com.aipixels.localclerk")
  static class Slice {

    @Bean
    SecurityFilterChain openDoor(HttpSecurity http) {
      return http.csrf(AbstractHttpConfigurer::disable).build();
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
