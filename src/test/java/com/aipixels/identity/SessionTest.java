package com.aipixels.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import com.aipixels.problems.Problem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.modulith.events.config.EventPublicationAutoConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser and a program at our door, the stand-in for Clerk behind it, all over HTTP.
@SpringBootTest(classes = SessionTest.Slice.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class SessionTest {

  @TempDir static Path folder;

  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  @DynamicPropertySource
  static void data(DynamicPropertyRegistry properties) {
    properties.add("aipixels.data", folder::toString);
    properties.add("aipixels.identity.patience", () -> "20s");
    properties.add("springdoc.paths-to-match", () -> "/who");
  }

  @Test
  void knowsAMemberByTheTokenOfTheirSignIn() throws Exception {
    var session = signIn("minji");

    var answer = send(get("/who").header("Authorization", "Bearer " + token(session)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(userId(session));
  }

  @Test
  void knowsAMemberByTheCookieOfTheirSignIn() throws Exception {
    var answer = send(get("/who").header("Cookie", "__session=" + token(signIn("hana"))));

    assertThat(answer.body()).startsWith("user_");
  }

  @Test
  void findsTheGenuineTokenAmongCookiesOfOtherApplications() throws Exception {
    var cookies = "__session=made.up.token; theme=dark; __session=" + token(signIn("hana"));

    assertThat(send(get("/who").header("Cookie", cookies)).body()).startsWith("user_");
  }

  @Test
  void namesTheMemberAsTheySignedIn() throws Exception {
    var answer = send(get("/name").header("Authorization", "Bearer " + token(signIn("민지"))));

    assertThat(answer.body()).isEqualTo("민지");
  }

  @Test
  void takesAStrangerForAGuest() throws Exception {
    var answer = send(get("/who"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("guest");
  }

  @Test
  void takesABrokenCookieForAGuest() throws Exception {
    assertThat(send(get("/who").header("Cookie", "__session=made.up.token")).body())
        .isEqualTo("guest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer made.up.token", "bearer made.up.token", "Bearer", "Bearer "})
  void refusesABrokenTokenInTheHeader(String authorization) throws Exception {
    assertProblem(send(get("/who").header("Authorization", authorization)), 401, "unauthenticated");
  }

  @Test
  void doesNotLookAtTheCookieBehindABrokenTokenInTheHeader() throws Exception {
    var answer =
        send(
            get("/who")
                .header("Authorization", "Bearer made.up.token")
                .header("Cookie", "__session=" + token(signIn("minji"))));

    assertProblem(answer, 401, "unauthenticated");
  }

  @Test
  void looksAtTheCookieBehindAnAuthorizationOfAnotherScheme() throws Exception {
    var answer =
        send(
            get("/who")
                .header("Authorization", "Basic cHJveHk6cHJveHk=")
                .header("Cookie", "__session=" + token(signIn("minji"))));

    assertThat(answer.body()).startsWith("user_");
  }

  @Test
  void asksAGuestToSignInWhereAMemberIsNeeded() throws Exception {
    assertProblem(send(post("/write")), 401, "unauthenticated");
  }

  @Test
  void letsAProgramWriteWithoutAnOrigin() throws Exception {
    var answer = send(post("/write").header("Authorization", "Bearer " + token(signIn("minji"))));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:%d", "http://localhost:%d"})
  void letsOurOwnPagesWriteByCookie(String origin) throws Exception {
    var answer = send(writeByCookie().header("Origin", origin.formatted(port)));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void letsABrowserThatVouchesForOurPageWriteByCookie() throws Exception {
    var answer = send(writeByCookie().header("Sec-Fetch-Site", "same-origin"));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://127.0.0.1:%d", "http://evil.localhost:%d", "null", "http://127.0.0.1"})
  void refusesToWriteByCookieForAnotherSite(String origin) throws Exception {
    var answer =
        send(
            writeByCookie()
                .header("Origin", origin.formatted(port))
                .header("Sec-Fetch-Site", "same-origin"));

    assertProblem(answer, 403, "cross_site");
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-site", "cross-site", "none"})
  void refusesToWriteByCookieForAPageThatIsNotOurs(String site) throws Exception {
    assertProblem(send(writeByCookie().header("Sec-Fetch-Site", site)), 403, "cross_site");
  }

  @Test
  void refusesToWriteByCookieForNobodyKnowsWho() throws Exception {
    assertProblem(send(writeByCookie()), 403, "cross_site");
  }

  @Test
  void refusesATokenMadeForThePageOfAnotherOrigin() throws Exception {
    var session =
        signIn(
            post("/local-clerk/sign-in", "{\"username\":\"minji\"}")
                .header("Origin", "http://evil.example"));

    assertProblem(
        send(get("/who").header("Authorization", "Bearer " + token(session))),
        401,
        "unauthenticated");
  }

  @Test
  void tellsBrowsersWhatPagesMayDo() throws Exception {
    var headers = send(get("/who")).headers();

    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValue(
            "default-src 'self'; img-src 'self' data: https://img.clerk.com; style-src 'self';"
                + " script-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action"
                + " 'self'");
  }

  @Test
  void leavesCachingAndSessionsToTheApplication() throws Exception {
    var headers = send(get("/who")).headers();

    assertThat(headers.firstValue("Cache-Control")).isEmpty();
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void doesNotDescribeTheViewerAsAParameter() throws Exception {
    var api = json.readTree(send(get("/openapi.json")).body());

    assertThat(api.at("/paths/~1who/get").isObject()).isTrue();
    assertThat(api.at("/paths/~1who/get/parameters").isMissingNode()).isTrue();
  }

  private HttpRequest.Builder writeByCookie() throws Exception {
    return post("/write").header("Cookie", "__session=" + token(signIn("minji")));
  }

  private JsonNode signIn(String username) throws Exception {
    return signIn(post("/local-clerk/sign-in", "{\"username\":\"" + username + "\"}"));
  }

  private JsonNode signIn(HttpRequest.Builder request) throws Exception {
    var answer = send(request.header("Content-Type", "application/json"));
    assertThat(answer.statusCode()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpRequest.Builder post(String path) {
    return post(path, "");
  }

  private HttpRequest.Builder post(String path, String body) {
    return get(path).POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json.readTree(answer.body()).path("code").asString()).isEqualTo(code);
  }

  private static String token(JsonNode session) {
    return session.path("token").asString();
  }

  private static String userId(JsonNode session) {
    return session.path("userId").asString();
  }

  @EnableAutoConfiguration(
      exclude = {
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        EventPublicationAutoConfiguration.class
      },
      excludeName =
          "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration")
  @ConfigurationPropertiesScan({"com.aipixels.identity", "com.aipixels.localclerk"})
  @ComponentScan({"com.aipixels.identity", "com.aipixels.localclerk"})
  static class Slice {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    DataSource database() {
      return TestDatabase.freshlyMigrated();
    }
  }

  @RestController
  static class WhoController {

    private final People people;

    WhoController(People people) {
      this.people = people;
    }

    @GetMapping("/who")
    String who(Viewer viewer) {
      return viewer instanceof Viewer.Member(UserId userId) ? userId.value() : "guest";
    }

    @GetMapping("/name")
    String name(Viewer viewer) {
      return people.cards(List.of(viewer.memberId())).values().iterator().next().displayName();
    }

    @PostMapping("/write")
    String write(Viewer viewer) {
      return viewer.memberId().value();
    }
  }

  @RestControllerAdvice
  static class Problems {

    /// Asks for the viewer as the layout of an error page does.
    @ExceptionHandler
    ProblemDetail refuse(Problem problem, Viewer viewer) {
      var detail =
          ProblemDetail.forStatusAndDetail(
              HttpStatus.valueOf(problem.code().status()), problem.detail());
      detail.setProperty("code", problem.code().value());
      return detail;
    }
  }
}
